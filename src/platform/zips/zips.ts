import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

export interface ZipEntry {
  /** With `/` between folders; made safe for every system by `safePath`. */
  path: string
  bytes: Buffer
}

/** Reserved on Windows, whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const LONGEST = 80

/** One name that every system takes: no separators, no signs Windows refuses, not too long, its ending kept. */
export function safeName(name: string): string {
  const bare = name
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const dot = bare.lastIndexOf('.')
  const ending = dot > 0 && bare.length - dot <= 6 ? bare.slice(dot) : ''
  const start = [...bare.slice(0, bare.length - ending.length)].slice(0, LONGEST).join('')
  const whole = `${start}${ending}` || '名前なし'
  return RESERVED.test(whole) ? `_${whole}` : whole
}

/** Two files of one name in one folder: the second is called 「名前 (2).pdf」. */
export function distinctPaths<T extends { path: string }>(entries: readonly T[]): T[] {
  const seen = new Set<string>()
  return entries.map((entry) => {
    const path = entry.path.split('/').map(safeName).join('/')
    const dot = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length
    let free = path
    for (let n = 2; seen.has(free.toLowerCase()); n++) free = `${path.slice(0, dot)} (${n})${path.slice(dot)}`
    seen.add(free.toLowerCase())
    return { ...entry, path: free }
  })
}

/** A ZIP of these files, names in UTF-8. */
export async function zipOf(files: readonly ZipEntry[], now = new Date()): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { path, bytes } of distinctPaths(files)) zip.addBuffer(bytes, path, { mtime: now })
  zip.end()
  return buffer(zip.outputStream as NodeJS.ReadableStream as never)
}
