import type { Db } from '../../platform/db/db.ts'
import type { StoredFile } from '../../platform/files/files.ts'

/** Kept originals of this programme, in the order asked for. */
export async function arrivedFiles(
  db: Db,
  asked: { programmeId: string; about: string; ids: readonly string[] },
): Promise<StoredFile[]> {
  const rows = await db
    .selectFrom('files')
    .selectAll()
    .where('programmeId', '=', asked.programmeId)
    .where('about', '=', asked.about)
    .where('deletedAt', 'is', null)
    .where('id', 'in', [...asked.ids, ''])
    .execute()
  return asked.ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/** From now on the original lies with the region it is for. */
export const giveToRegion = (db: Db, fileId: string, to: { regionId: string; onBehalfOf: string }) =>
  db.updateTable('files').set(to).where('id', '=', fileId).execute()
