import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, monthDay } from '../../platform/time.ts'
import { type Agreement, notSecondReason } from '../../tools/agreements/agreements.ts'
import type { Situation } from '../situations/situations.ts'
import type { Todo } from '../todo/todo.ts'

/** A wording waits for a second person's look before it is shown; those who wrote it are not asked. */
export const agreementTodos = (s: Situation, actor: Actor, waiting: readonly Agreement[]): Todo[] =>
  waiting
    .filter((one) => one.regionId === s.region.id)
    .filter((one) => may(actor, 'paper.share', s.region) && notSecondReason(actor, one) === null)
    .map((one) => ({
      subject: s.region.name,
      regionId: s.region.id,
      whoseTurn: null,
      what: 'の文を、見せる前に確かめてください',
      detail: `${monthDay(dayOf(one.askedAt))} ${one.askedBy}さんから：${one.title}`,
      dueOn: null,
      href: paths.privacyAgreement(s.region.id, one.id),
      act: '文を確かめる',
    }))
