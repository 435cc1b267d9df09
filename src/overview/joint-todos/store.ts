import type { Db } from '../../platform/db/db.ts'
import { agendaOf } from '../joint-agendas/store.ts'
import { currentOf } from '../joint-materials/joint-materials.ts'
import { handInsOf } from '../joint-materials/store.ts'
import { jointQuestionsOf } from '../joint-questions/store.ts'
import { isAlive, type Situation } from '../situations/situations.ts'
import { type JointDuty, type NearDay, nearDay } from './joint-todos.ts'

type Year = Parameters<typeof nearDay>[1]

async function dutyOf(db: Db, day: NearDay, situations: readonly Situation[]): Promise<JointDuty> {
  const { programmeId, usualDueOn } = day
  const alive = situations.filter((s) => isAlive(s))
  const ids = alive.map((s) => s.region.id)
  const given = new Set(currentOf(await handInsOf(db, ids)).map(({ regionId }) => regionId))
  const unanswered = new Map<string, number>()
  for (const { regionId, answers } of await jointQuestionsOf(db, programmeId))
    if (regionId && answers.length === 0) unanswered.set(regionId, (unanswered.get(regionId) ?? 0) + 1)
  const agenda = await agendaOf(db, programmeId)
  const missing = ids.filter((id) => !given.has(id))
  return { ...day, dueOn: agenda?.dueOn ?? usualDueOn, missing, unanswered }
}

/** Nothing is asked of the database while no such meeting is near. */
export async function jointDutiesOf(
  db: Db,
  situations: readonly Situation[],
  at: { year: Year; now: Date },
): Promise<JointDuty[]> {
  const duties: JointDuty[] = []
  for (const id of new Set(situations.map((s) => s.programme.id))) {
    const own = situations.filter((s) => s.programme.id === id)
    const day = nearDay(own, at.year, at.now)
    if (day) duties.push(await dutyOf(db, day, own))
  }
  return duties
}
