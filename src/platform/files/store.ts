import type { Db } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import { hashOfStored, type StoredFile } from './files.ts'

declare module '../db/db.ts' {
  interface Tables {
    files: StoredFile
  }
}

export interface NewFile {
  name: string
  mime: string
  bytes: Buffer
  regionId?: string | null
  programmeId?: string | null
  circle?: string
  about?: string
  personId?: string | null
  onBehalfOf?: string | null
}

/** Keeps the row of bytes stored before (`await storeBytes(bytes)`, outside the transaction). The name stays as it was given. */
export async function keepFile(db: Db, given: NewFile, now: Date): Promise<string> {
  const id = newId()
  await db
    .insertInto('files')
    .values({
      id,
      sha256: hashOfStored(given.bytes),
      name: given.name,
      mime: given.mime,
      bytes: given.bytes.length,
      regionId: given.regionId ?? null,
      programmeId: given.programmeId ?? null,
      circle: given.circle ?? 'region',
      about: given.about ?? '',
      personId: given.personId ?? null,
      onBehalfOf: given.onBehalfOf ?? null,
      createdAt: now.toISOString(),
      deletedAt: null,
      deletedBy: null,
      deleteReason: null,
    })
    .execute()
  return id
}

export const fileOf = (db: Db, id: string): Promise<StoredFile | undefined> =>
  db.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()

/** A region's files in the circles their reader may read, newest first; deleted ones too (they can be restored). */
export async function filesOfRegion(db: Db, regionId: string, circles: readonly string[]): Promise<StoredFile[]> {
  if (circles.length === 0) return []
  return db
    .selectFrom('files')
    .selectAll()
    .where('regionId', '=', regionId)
    .where('circle', 'in', [...circles])
    .orderBy('id', 'desc')
    .execute()
}

export const markFileDeleted = (db: Db, id: string, by: { name: string; reason: string }, now: Date) =>
  db
    .updateTable('files')
    .set({ deletedAt: now.toISOString(), deletedBy: by.name, deleteReason: by.reason })
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

export const markFileRestored = (db: Db, id: string) =>
  db
    .updateTable('files')
    .set({ deletedAt: null, deletedBy: null, deleteReason: null })
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .executeTakeFirst()
