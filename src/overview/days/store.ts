import type { Db } from '../../platform/db/db.ts'
import { announced } from '../../programme/sight/store.ts'

/** Names and days of the supported regions: all an advisor sees of those of others. */
export async function namesAndDays(db: Db, programmeId: string) {
  const regions = await db
    .selectFrom('regions')
    .innerJoin('programmes', 'programmes.id', 'regions.programmeId')
    .select(['regions.id', 'regions.name'])
    .where('regions.programmeId', '=', programmeId)
    .where((eb) => eb.or([eb('regions.importedAt', 'is not', null), eb(announced(eb as never), '=', 1)]))
    .orderBy('regions.sortCode')
    .orderBy('regions.id')
    .execute()
  const days = await db
    .selectFrom('meetings')
    .select(['regionId', 'stepId', 'heldOn'])
    .where('programmeId', '=', programmeId)
    .where('regionId', 'is not', null)
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
