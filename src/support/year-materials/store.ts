import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Material, MaterialVersion } from './year-materials.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    yearMaterials: Omit<Material, 'versions'>
    yearMaterialVersions: Omit<MaterialVersion, 'fileName' | 'bytes'>
  }
}

/** What lies before these meetings, taken back or not, by number: two queries. */
export async function materialsOf(db: Db, meetingIds: readonly string[]): Promise<Material[]> {
  const rows = await db
    .selectFrom('yearMaterials')
    .selectAll()
    .where('meetingId', 'in', [...meetingIds, ''])
    .orderBy('number')
    .execute()
  const versions = await db
    .selectFrom('yearMaterialVersions as v')
    .innerJoin('files as f', 'f.id', 'v.fileId')
    .selectAll('v')
    .select(['f.name as fileName', 'f.bytes'])
    .where('v.materialId', 'in', [...rows.map(({ id }) => id), ''])
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, versions: versions.filter((v) => v.materialId === row.id) }))
}

export async function addMaterialRow(
  db: Db,
  given: { meetingId: string; title: string; createdBy: string },
  now: Date,
): Promise<{ id: string; number: number }> {
  const id = newId()
  const row = await db
    .insertInto('yearMaterials')
    .values((eb) => ({
      ...given,
      id,
      createdAt: now.toISOString(),
      removedAt: null,
      removedBy: null,
      number: eb
        .selectFrom('yearMaterials')
        .select((q) => q(q.fn.coalesce(q.fn.max('number'), q.lit(0)), '+', 1).as('next'))
        .where('meetingId', '=', given.meetingId),
    }))
    .returning('number')
    .executeTakeFirstOrThrow()
  return { id, number: row.number }
}

export async function addMaterialVersion(
  db: Db,
  given: Pick<MaterialVersion, 'materialId' | 'fileId' | 'note' | 'createdBy'>,
  now: Date,
): Promise<number> {
  const row = await db
    .insertInto('yearMaterialVersions')
    .values((eb) => ({
      ...given,
      id: newId(),
      createdAt: now.toISOString(),
      number: eb
        .selectFrom('yearMaterialVersions')
        .select((q) => q(q.fn.coalesce(q.fn.max('number'), q.lit(0)), '+', 1).as('next'))
        .where('materialId', '=', given.materialId),
    }))
    .returning('number')
    .executeTakeFirstOrThrow()
  return row.number
}

export const setMaterial = (db: Db, id: string, set: Partial<Pick<Material, 'removedAt' | 'removedBy'>>) =>
  db.updateTable('yearMaterials').set(set).where('id', '=', id).execute()
