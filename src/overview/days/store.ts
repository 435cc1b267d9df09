import type { Db } from '../../platform/db/db.ts'
import { announced } from '../../programme/sight/store.ts'

const supported = (db: Db, programmeId: string) =>
  db
    .selectFrom('regions')
    .innerJoin('programmes', 'programmes.id', 'regions.programmeId')
    .where('regions.programmeId', '=', programmeId)
    .where((eb) => eb.or([eb('regions.importedAt', 'is not', null), eb(announced(eb as never), '=', 1)]))

export async function countSupported(db: Db, programmeId: string): Promise<number> {
  const row = await supported(db, programmeId)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Names and days of some supported regions: all an advisor sees of those of others. */
export async function namesAndDays(db: Db, programmeId: string, part: { limit: number; offset: number }) {
  const regions = await supported(db, programmeId)
    .select(['regions.id', 'regions.name'])
    .orderBy('regions.sortCode')
    .orderBy('regions.id')
    .limit(part.limit)
    .offset(part.offset)
    .execute()
  const ids = regions.map((r) => r.id)
  const days = await db
    .selectFrom('meetings')
    .select(['regionId', 'stepId', 'heldOn'])
    .where('regionId', 'in', ids)
    .where('stepId', 'is not', null)
    .where('cancelledAt', 'is', null)
    .execute()
  return { regions, days }
}

/** Whether one of these regions belongs to the programme. */
export async function liesIn(db: Db, programmeId: string, regionIds: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom('regions')
    .select('id')
    .where('programmeId', '=', programmeId)
    .where('id', 'in', [...regionIds, ''])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
