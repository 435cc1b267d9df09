import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Opinion } from './opinions.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    opinions: Omit<Opinion, 'stance' | 'profession' | 'way'> & { stance: string; profession: string; way: string }
  }
}

/** Of one region, of all its causes or of one; oldest first. */
export async function opinionsOf(db: Db, regionId: string, causeId?: string): Promise<Opinion[]> {
  const rows = await db
    .selectFrom('opinions')
    .selectAll()
    .where('regionId', '=', regionId)
    .$if(causeId !== undefined, (q) => q.where('causeId', '=', causeId ?? ''))
    .orderBy('id')
    .execute()
  return rows as Opinion[]
}

export type NewOpinion = Omit<Opinion, 'id' | 'createdAt' | 'setAsideAt' | 'setAsideBy' | 'setAsideReason'>

export async function addOpinion(db: Db, given: NewOpinion, now: Date): Promise<string> {
  const id = newId()
  const counted = { setAsideAt: null, setAsideBy: null, setAsideReason: null }
  await db
    .insertInto('opinions')
    .values({ id, ...given, ...counted, createdAt: now.toISOString() })
    .execute()
  return id
}

export const markOpinion = (db: Db, id: string, set: Pick<Opinion, 'setAsideAt' | 'setAsideBy' | 'setAsideReason'>) =>
  db.updateTable('opinions').set(set).where('id', '=', id).execute()

/** How many opinions count, by cause; `all` over the region. */
export async function opinionsCount(db: Db, regionId: string): Promise<{ all: number; byCause: Map<string, number> }> {
  const rows = await db
    .selectFrom('opinions')
    .select(['causeId', (eb) => eb.fn.countAll<number>().as('n')])
    .where('regionId', '=', regionId)
    .where('setAsideAt', 'is', null)
    .groupBy('causeId')
    .execute()
  const byCause = new Map(rows.map((row) => [row.causeId, Number(row.n)]))
  return { all: [...byCause.values()].reduce((sum, n) => sum + n, 0), byCause }
}
