import type { Body } from '../../papers/templates/templates.ts'
import { tryDoor } from '../../people/tries/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { today } from '../../platform/time.ts'
import type { Answerer } from '../professions/professions.ts'
import type { QuestionnaireLink } from '../questionnaire-links/questionnaire-links.ts'
import { addAnswers, answerId, countsOf, saltOf } from './store.ts'

/** Minutes this place has to wait, or 0. Only a mark that dies with the day is kept of the address. */
export async function waitFor({ db, now }: Ctx, link: QuestionnaireLink, address: string): Promise<number> {
  const salt = await keep({ db }, (trx) => saltOf(trx, today(now)))
  return tryDoor(db, 'answers_address', `${salt} ${link.id} ${address}`, now)
}

/** False when the link is full: of two who send the last one at once only one gets in. */
export const giveAnswers = (
  ctx: Ctx,
  link: QuestionnaireLink,
  given: { profession: Answerer; values: Body },
): Promise<boolean> =>
  keep(ctx, async (db) => {
    if (((await countsOf(db, [link.id])).get(link.id) ?? 0) >= link.mostAnswers) return false
    const { id: linkId, questionnaireId, round } = link
    await addAnswers(db, { ...given, id: answerId(), questionnaireId, linkId, round, answeredOn: today(ctx.now) })
    return true
  })
