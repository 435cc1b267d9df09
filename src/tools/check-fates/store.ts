import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { keyOf } from '../questions/questions.ts'
import { countedFates, type Fate, type FateCount, type FateKind } from './check-fates.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    checkFates: Omit<Fate, 'key' | 'fate'> & { fate: string | null }
  }
}

/** Every question of the region that was shown so far, oldest first. */
export async function fatesOf(db: Db, regionId: string): Promise<Fate[]> {
  const rows = await db.selectFrom('checkFates').selectAll().where('regionId', '=', regionId).orderBy('id').execute()
  return rows.map((row) => ({
    ...row,
    fate: row.fate as FateKind | null,
    key: keyOf({ id: row.checkId, place: { ref: row.ref, path: row.path, label: row.label } }),
  }))
}

export type NewFate = Pick<Fate, 'regionId' | 'checkId' | 'ref' | 'path' | 'textHash' | 'message' | 'label'>

export async function addFates(db: Db, given: readonly NewFate[], now: Date): Promise<void> {
  const open = { fate: null, reason: '', person: '', at: null, firstShownAt: now.toISOString() }
  for (let from = 0; from < given.length; from += 50) {
    const values = given.slice(from, from + 50).map((one) => ({ ...one, ...open, id: newId() }))
    await db
      .insertInto('checkFates')
      .values(values)
      .onConflict((c) => c.doNothing())
      .execute()
  }
}

type Set = Partial<Pick<Fate, 'textHash' | 'message' | 'label' | 'fate' | 'reason' | 'person' | 'at'>>

export async function setFates(db: Db, ids: readonly string[], set: Set): Promise<void> {
  for (let from = 0; from < ids.length; from += 500)
    await db
      .updateTable('checkFates')
      .set(set)
      .where('id', 'in', ids.slice(from, from + 500))
      .execute()
}

/** Counts of a whole year's regions, by check; one query. */
export async function fateCountsOf(db: Db, regionIds: readonly string[]): Promise<FateCount[]> {
  if (regionIds.length === 0) return []
  const rows = await db
    .selectFrom('checkFates')
    .select(['checkId', 'fate', (eb) => eb.fn.countAll<number>().as('n')])
    .where('regionId', 'in', [...regionIds])
    .groupBy(['checkId', 'fate'])
    .execute()
  return countedFates(rows.map(({ checkId, fate, n }) => ({ checkId, fate: fate as FateKind | null, n: Number(n) })))
}

/** How many regions each check was shown in. */
export async function regionsByCheck(db: Db, regionIds: readonly string[]): Promise<Map<string, number>> {
  if (regionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('checkFates')
    .select(['checkId', (eb) => eb.fn.count<number>('regionId').distinct().as('n')])
    .where('regionId', 'in', [...regionIds])
    .groupBy('checkId')
    .execute()
  return new Map(rows.map(({ checkId, n }) => [checkId, Number(n)]))
}
