import type { Db } from '../../platform/db/db.ts'
import { keepFile } from '../../platform/files/store.ts'
import type { Upload } from '../../platform/web/call.ts'
import { type Agreed, short } from '../promises/promises.ts'
import type { FilePart, PromiseFile } from './promise-files.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    promiseFiles: { promiseId: string; fileId: string; part: string; handInId: string | null }
  }
}

export interface NewPromiseFiles {
  files: readonly Upload[]
  part: FilePart
  handInId?: string
  programmeId: string
  personId: string | null
  onBehalfOf?: string | null
}

/** Keeps files under a 取組, in its circle. A draft's files belong to no region yet: nobody else finds them. */
export async function addPromiseFiles(db: Db, promise: Agreed, given: NewPromiseFiles, now: Date): Promise<void> {
  const { files, part, handInId = null, programmeId, personId, onBehalfOf = null } = given
  const isDraft = part === 'hand_in'
  const about = `${part === 'practice' ? '実践' : '宿題'}「${short(promise.text)}」`
  for (const { name, bytes, type } of files) {
    const place = { regionId: isDraft ? null : promise.regionId, programmeId, circle: promise.circle, about }
    const fileId = await keepFile(db, { name, bytes, mime: type, ...place, personId, onBehalfOf }, now)
    await db.insertInto('promiseFiles').values({ promiseId: promise.id, fileId, part, handInId }).execute()
  }
}

/** Everything that lies with a 取組, oldest first. What was deleted in the region's files is gone here too. */
export async function filesOfPromise(db: Db, promiseId: string): Promise<PromiseFile[]> {
  const rows = await db
    .selectFrom('promiseFiles')
    .innerJoin('files', 'files.id', 'promiseFiles.fileId')
    .selectAll('files')
    .select(['promiseFiles.part', 'promiseFiles.handInId'])
    .where('promiseFiles.promiseId', '=', promiseId)
    .where('files.deletedAt', 'is', null)
    .orderBy('files.id')
    .execute()
  return rows as PromiseFile[]
}

/** A draft that is sent: its files become the region's. */
export async function showFilesOf(db: Db, handInId: string, regionId: string): Promise<void> {
  const own = db.selectFrom('promiseFiles').select('fileId').where('handInId', '=', handInId)
  await db.updateTable('files').set({ regionId }).where('id', 'in', own).execute()
}

/** Taken out of a draft again: nobody has seen it, and nobody comes upon it among the year's files. */
export async function dropDraftFile(db: Db, handInId: string, fileId: string, now: Date): Promise<void> {
  const own = db.selectFrom('promiseFiles').select('fileId').where('handInId', '=', handInId)
  const gone = { deletedAt: now.toISOString(), deletedBy: '', deleteReason: '下書きから外しました' }
  await db.updateTable('files').set(gone).where('id', '=', fileId).where('id', 'in', own).execute()
  await db.deleteFrom('promiseFiles').where('handInId', '=', handInId).where('fileId', '=', fileId).execute()
}
