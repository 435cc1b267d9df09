import { uncertainBefore } from '../../people/letters/letters.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Situation } from '../situations/situations.ts'
import type { Round } from './round-todos.ts'

const waitingApplications = (db: Db, programmeIds: readonly string[]) =>
  db
    .selectFrom('applications as a')
    .innerJoin('organisations as o', 'o.id', 'a.organisationId')
    .select(['a.id', 'a.programmeId', 'a.name', 'a.askedAt', 'o.name as organisation'])
    .where('a.programmeId', 'in', [...programmeIds])
    .where('a.linkedAt', 'is', null)
    .where('a.enteredAt', 'is', null)
    .where('a.refuseReason', 'is', null)
    .orderBy('a.id')
    .limit(100)
    .execute()

export const stuckLetters = (db: Db, programmeIds: readonly string[], now: Date) =>
  db
    .selectFrom('letters as l')
    .leftJoin('regions as r', 'r.id', 'l.regionId')
    .select(['l.id', 'l.subject', 'l.toName', 'l.toAddress', 'l.createdAt', 'l.failedAt'])
    .select((eb) => eb.fn.coalesce('l.programmeId', 'r.programmeId').as('programmeId'))
    .where('l.sentAt', 'is', null)
    .where('l.cancelledAt', 'is', null)
    .where((eb) => eb.or([eb('l.programmeId', 'in', [...programmeIds]), eb('r.programmeId', 'in', [...programmeIds])]))
    .where((eb) => eb.or([eb('l.failedAt', 'is not', null), eb('l.claimedAt', '<', uncertainBefore(now))]))
    .orderBy('l.id')
    .limit(200)
    .execute()

/** How many criteria each programme has, and how many this person has scored per region: two queries. */
async function scoredBy(db: Db, personId: string, programmeIds: readonly string[]) {
  const criteria = await db
    .selectFrom('criteria')
    .select(['programmeId', (eb) => eb.fn.countAll<number>().as('n')])
    .where('programmeId', 'in', [...programmeIds])
    .groupBy('programmeId')
    .execute()
  const scores = await db
    .selectFrom('scores')
    .select(['regionId', (eb) => eb.fn.countAll<number>().as('n')])
    .where('personId', '=', personId)
    .groupBy('regionId')
    .execute()
  const asked = new Map(criteria.map((c) => [c.programmeId, Number(c.n)]))
  const given = new Map(scores.map((s) => [s.regionId, Number(s.n)]))
  return (s: Situation) => (given.get(s.region.id) ?? 0) >= (asked.get(s.region.programmeId) ?? 0)
}

type Plain = Omit<Round, 'applications' | 'letters' | 'unscored'>
const quiet = { applications: [], letters: { failed: 0, uncertain: 0 }, unscored: 0 }

/** Rounds the actor runs, with what waits in the office: two queries. */
export async function officeRounds(db: Db, rounds: readonly Plain[], now: Date): Promise<Round[]> {
  const ids = rounds.map((r) => r.programme.id)
  if (ids.length === 0) return []
  const applications = await waitingApplications(db, ids)
  const letters = await stuckLetters(db, ids, now)
  return rounds.map((round) => {
    const own = letters.filter((l) => l.programmeId === round.programme.id)
    const failed = own.filter((l) => l.failedAt !== null).length
    return {
      ...round,
      applications: applications.filter((a) => a.programmeId === round.programme.id),
      letters: { failed, uncertain: own.length - failed },
      unscored: 0,
    }
  })
}

/** Rounds the actor scores in: two queries. */
export async function scoringRounds(db: Db, rounds: readonly Plain[], personId: string): Promise<Round[]> {
  if (rounds.length === 0) return []
  const isScored = await scoredBy(
    db,
    personId,
    rounds.map((r) => r.programme.id),
  )
  return rounds.map((round) => {
    const open = round.situations.filter((s) => s.region.submittedAt && s.region.announced === null && !isScored(s))
    return { ...round, ...quiet, unscored: round.programme.scoresOpenedAt ? 0 : open.length }
  })
}
