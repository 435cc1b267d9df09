import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, monthDay } from '../../platform/time.ts'
import type { WaitingQuestion } from '../../support/consultations/consultations.ts'
import type { Situation } from '../situations/situations.ts'
import type { Todo } from '../todo/todo.ts'

/** A question that waits for those who support the region: gone when somebody has answered. */
export const consultationTodos = (s: Situation, actor: Actor, questions: readonly WaitingQuestion[]): Todo[] =>
  questions
    .filter((q) => q.regionId === s.region.id && may(actor, 'consultation.answer', s.region))
    .map((q) => ({
      subject: s.region.name,
      regionId: s.region.id,
      whoseTurn: null,
      what: 'から相談が届いています',
      detail: `${monthDay(dayOf(q.askedAt))}「${q.question.length > 60 ? `${q.question.slice(0, 60)}…` : q.question}」`,
      dueOn: null,
      href: paths.consultation(s.region.id, q.id),
      act: '相談にこたえる',
    }))
