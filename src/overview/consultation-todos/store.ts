import type { Actor } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import type { WaitingQuestion } from '../../support/consultations/consultations.ts'
import { waitingQuestions } from '../../support/consultations/store.ts'
import { isAlive, type Situation } from '../situations/situations.ts'

/** Questions that wait in these regions, in the circles their reader may read: one query. */
export async function questionsFor(db: Db, actor: Actor, situations: readonly Situation[]): Promise<WaitingQuestion[]> {
  const alive = situations.filter(isAlive)
  const circles = new Map(alive.map((s) => [s.region.id, circlesReadBy(actor, s.region)]))
  const questions = await waitingQuestions(db, [...circles.keys()])
  return questions.filter((q) => circles.get(q.regionId)?.includes(q.circle))
}
