import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ZipEntry } from './zips.ts'

/** A ZIP that grows on disk, file by file: what was added is no longer held in memory. */
export interface ZipWriter {
  add(entries: readonly ZipEntry[]): Promise<void>
  /** The whole ZIP; nothing is left on disk. */
  end(): Promise<Buffer>
  /** Gives it up. */
  drop(): Promise<void>
}

/** Paths have to be distinct and safe already (`distinctPaths`). A full disk fails the next `add` with its own code. */
export async function zipWriter(now: Date, room?: string): Promise<ZipWriter> {
  const folder = room ?? (await mkdtemp(join(tmpdir(), 'banso-zip-')))
  const path = join(folder, 'growing.zip')
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream as unknown as Readable, createWriteStream(path))
  const failed = written.then(() => new Promise<never>(() => undefined))
  failed.catch(() => undefined)
  const drop = () => rm(folder, { recursive: true, force: true })
  const addOne = ({ path: name, bytes }: ZipEntry) => {
    const held: { bytes: Buffer | null } = { bytes }
    return new Promise<void>((done) => {
      zip.addReadStreamLazy(name, { mtime: now }, (give) => {
        const stream = Readable.from([held.bytes ?? Buffer.alloc(0)])
        held.bytes = null
        stream.once('end', done)
        give(null, stream)
      })
    })
  }
  return {
    add: async (entries) => {
      for (const entry of entries) await Promise.race([addOne(entry), failed])
    },
    end: async () => {
      zip.end()
      await written
      const bytes = await readFile(path)
      await drop()
      return bytes
    },
    drop,
  }
}
