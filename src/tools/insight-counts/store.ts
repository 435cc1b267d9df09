import type { Db } from '../../platform/db/db.ts'
import type { FateCount } from '../check-fates/check-fates.ts'
import { fateCountsOf, regionsByCheck } from '../check-fates/store.ts'

export interface YearCount extends FateCount {
  regions: number
}

/** What was asked over all regions of a year, and what became of it: three queries, however many regions. */
export async function yearCounts(db: Db, programmeId: string): Promise<{ counts: YearCount[]; regions: number }> {
  const rows = await db.selectFrom('regions').select('id').where('programmeId', '=', programmeId).execute()
  const ids = rows.map(({ id }) => id)
  const [counts, regions] = await Promise.all([fateCountsOf(db, ids), regionsByCheck(db, ids)])
  return {
    counts: counts.map((count) => ({ ...count, regions: regions.get(count.checkId) ?? 0 })),
    regions: ids.length,
  }
}
