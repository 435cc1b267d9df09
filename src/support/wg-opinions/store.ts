import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import type { Answered, Landing, OpinionState, Passing, WgAnswer, WgOpinion } from './wg-opinions.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    wgOpinions: Omit<WgOpinion, 'isHeard'> & { isHeard: number }
    wgAnswers: Omit<WgAnswer, 'status' | 'landing'> & { status: string; landing: string }
    wgPassings: Passing
  }
}

/** Opinions with their answers and what was passed on, oldest first: three queries, whatever is asked. */
async function answered(
  db: Db,
  asked: (query: ReturnType<typeof opinions>) => ReturnType<typeof opinions>,
): Promise<Answered[]> {
  const rows = await asked(opinions(db)).execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const answers = await db
    .selectFrom('wgAnswers')
    .selectAll()
    .where('opinionId', 'in', [...ids, ''])
    .orderBy('id')
    .execute()
  const passings = await db
    .selectFrom('wgPassings')
    .selectAll()
    .where('opinionId', 'in', [...ids, ''])
    .execute()
  return rows.map((row) => {
    const own = answers.filter((a) => a.opinionId === row.id).map(answerFrom)
    const passing = passings.find((p) => p.opinionId === row.id) ?? null
    return { ...row, isHeard: row.isHeard === 1, answer: own.at(-1) ?? null, earlier: own.slice(0, -1), passing }
  })
}

const opinions = (db: Db) => db.selectFrom('wgOpinions').selectAll().orderBy('saidOn').orderBy('id')

type AnswerRow = Omit<WgAnswer, 'status' | 'landing'> & { status: string; landing: string }
const answerFrom = (row: AnswerRow): WgAnswer => ({
  ...row,
  status: row.status as OpinionState,
  landing: row.landing as Landing | '',
})

/** A year's opinions that stand; those taken back stay in the database. */
export const opinionsOf = (db: Db, programmeId: string): Promise<Answered[]> => opinionsOfYears(db, [programmeId])

export const opinionsOfYears = (db: Db, programmeIds: readonly string[]): Promise<Answered[]> =>
  answered(db, (query) => query.where('programmeId', 'in', [...programmeIds, '']).where('withdrawnAt', 'is', null))

export async function opinionById(db: Db, programmeId: string, id: string): Promise<Answered | undefined> {
  const [one] = await answered(db, (query) => query.where('programmeId', '=', programmeId).where('id', '=', id))
  return one
}

/** What was passed on to these regions, newest first: for 地域の全員. */
export const passedTo = (db: Db, regionIds: readonly string[]): Promise<Passing[]> =>
  db
    .selectFrom('wgPassings as p')
    .innerJoin('wgOpinions as o', 'o.id', 'p.opinionId')
    .selectAll('p')
    .where('p.regionId', 'in', [...regionIds, ''])
    .where('o.withdrawnAt', 'is', null)
    .orderBy('p.passedAt', 'desc')
    .execute()

type NewOpinion = Omit<WgOpinion, 'id' | 'createdAt' | 'withdrawnAt' | 'withdrawnBy' | 'withdrawReason'>

export async function addOpinion(db: Db, given: NewOpinion, now: Date): Promise<string> {
  const id = newId()
  const open = { withdrawnAt: null, withdrawnBy: null, withdrawReason: '' }
  await db
    .insertInto('wgOpinions')
    .values({ ...given, ...open, isHeard: given.isHeard ? 1 : 0, id, createdAt: now.toISOString() })
    .execute()
  return id
}

export const markWithdrawn = (db: Db, id: string, by: { name: string; reason: string }, now: Date) =>
  db
    .updateTable('wgOpinions')
    .set({ withdrawnAt: now.toISOString(), withdrawnBy: by.name, withdrawReason: by.reason })
    .where('id', '=', id)
    .execute()

type NewAnswer = Omit<WgAnswer, 'id' | 'answeredAt' | 'toldAt' | 'seenAt'>

export async function addAnswer(db: Db, given: NewAnswer, now: Date): Promise<string> {
  const id = newId()
  const fresh = { toldAt: null, seenAt: null }
  await db
    .insertInto('wgAnswers')
    .values({ ...given, ...fresh, id, answeredAt: now.toISOString() })
    .execute()
  return id
}

export const markTold = (db: Db, answerIds: readonly string[], now: Date) =>
  db
    .updateTable('wgAnswers')
    .set({ toldAt: now.toISOString() })
    .where('id', 'in', [...answerIds, ''])
    .execute()

export const markSeen = (db: Db, answerIds: readonly string[], now: Date) =>
  db
    .updateTable('wgAnswers')
    .set({ seenAt: now.toISOString() })
    .where('id', 'in', [...answerIds, ''])
    .where('seenAt', 'is', null)
    .execute()

/** The latest wording to the region replaces the one before; the history keeps both. */
export const setPassing = (db: Db, passing: Passing) => {
  const { opinionId: _, ...set } = passing
  return db
    .insertInto('wgPassings')
    .values(passing)
    .onConflict((at) => at.column('opinionId').doUpdateSet(set))
    .execute()
}

/** Regions of the year that were selected, as this reader sees them: what opinions may be about. */
export async function reviewedRegions(db: Db, actor: Actor, programmeId: string): Promise<Region[]> {
  const query = regionsSeenBy(db, actor).where('regions.programmeId', '=', programmeId)
  const regions = await fetchRegions(db, query.orderBy('regions.sortCode').orderBy('regions.id'))
  return regions.filter((region) => region.isSelected)
}
