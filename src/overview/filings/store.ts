import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Filing, Kind, Way } from './filings.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    filings: Omit<Filing, 'kind' | 'way' | 'circle'> & { kind: string; way: string; circle: string }
  }
}

export const addFiling = (db: Db, filing: Omit<Filing, 'id'>) =>
  db
    .insertInto('filings')
    .values({ ...filing, id: newId() })
    .execute()

/** Newest first, in the circles the reader may read. */
export async function filingsOf(db: Db, regionId: string, circles: readonly Circle[]): Promise<Filing[]> {
  const rows = await db
    .selectFrom('filings')
    .selectAll()
    .where('regionId', '=', regionId)
    .where('circle', 'in', [...circles, ''])
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Kind, way: row.way as Way, circle: row.circle as Circle }))
}
