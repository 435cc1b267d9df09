import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Measured } from './indicator-values.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    indicatorValues: Measured & { deletedAt: string | null; deletedBy: string | null }
  }
}

const COLUMNS = [
  'id',
  'regionId',
  'indicatorId',
  'measuredOn',
  'value',
  'note',
  'personId',
  'personName',
  'createdAt',
] as const

/** Everything measured in these regions, in the order it was written down: one query. Ask for the model's circle first. */
export const valuesOfRegions = async (db: Db, regionIds: readonly string[]): Promise<Measured[]> =>
  regionIds.length === 0
    ? []
    : db
        .selectFrom('indicatorValues')
        .select([...COLUMNS])
        .where('regionId', 'in', [...regionIds])
        .where('deletedAt', 'is', null)
        .orderBy('id')
        .execute()

export const valuesOf = (db: Db, regionId: string): Promise<Measured[]> => valuesOfRegions(db, [regionId])

export async function insertValue(db: Db, given: Omit<Measured, 'id' | 'createdAt'>, now: Date): Promise<string> {
  const id = newId()
  const row = { ...given, id, createdAt: now.toISOString(), deletedAt: null, deletedBy: null }
  await db.insertInto('indicatorValues').values(row).execute()
  return id
}

/** Kept, with who took it away and when; `null` puts it back. */
export async function markValue(
  db: Db,
  at: { regionId: string; id: string },
  by: { name: string; now: Date } | null,
): Promise<boolean> {
  const result = await db
    .updateTable('indicatorValues')
    .set({ deletedAt: by?.now.toISOString() ?? null, deletedBy: by?.name ?? null })
    .where('regionId', '=', at.regionId)
    .where('id', '=', at.id)
    .where('deletedAt', by ? 'is' : 'is not', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
