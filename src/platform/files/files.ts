import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '../db/ids.ts'

/** A kept file's row: who brought it, for whom, and who may read it. Its bytes lie on disk under their own hash. */
export interface StoredFile {
  id: string
  sha256: string
  name: string
  mime: string
  /** Size in bytes. */
  bytes: number
  regionId: string | null
  programmeId: string | null
  circle: string
  about: string
  personId: string | null
  onBehalfOf: string | null
  createdAt: string
  deletedAt: string | null
  deletedBy: string | null
  deleteReason: string | null
}

let folder: string | null = null

/** Said once at start (app.ts, and by the tests' support): where bytes are kept. */
export function filesIn(dataDir: string): void {
  folder = join(dataDir, 'files')
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function pathOf(sha256: string): string {
  if (!folder) throw new Error('no folder for files: call filesIn(dataDir) first')
  return join(folder, sha256.slice(0, 2), sha256)
}

/** Writes bytes under their hash, safe against a crash in the middle. Call it before the transaction that keeps the row. */
export async function storeBytes(bytes: Buffer): Promise<string> {
  const sha256 = hashOf(bytes)
  const path = pathOf(sha256)
  if (existsSync(path)) return sha256
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.${newId()}`
  try {
    const handle = await open(unfinished, 'w')
    await handle
      .writeFile(bytes)
      .then(() => handle.sync())
      .finally(() => handle.close())
    await rename(unfinished, path)
  } catch (error) {
    // A full disk is not filled further by what could not be finished.
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
  const within = await open(dirname(path), 'r')
  await within.sync().finally(() => within.close())
  return sha256
}

export const bytesOf = (file: Pick<StoredFile, 'sha256'>): Promise<Buffer> => readFile(pathOf(file.sha256))

/** The hash of bytes that were stored already; a row is never kept for bytes that are not there. */
export function hashOfStored(bytes: Buffer): string {
  const sha256 = hashOf(bytes)
  if (!existsSync(pathOf(sha256))) throw new Error('storeBytes must come before keepFile')
  return sha256
}
