import type { Reading } from '../../papers/arrivals/arrivals.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import type { Region } from '../regions/regions.ts'

/** Entry sheets that came by mail: the secretariat reads several at once and takes them in on behalf of the towns. */
export const UPLOAD_MANY = { kinds: ['xlsx'], maxBytes: 10 * 1024 * 1024, maxFiles: 20 } as const

/** A kept file and the region somebody chose for it, as they stand in the address: `id` or `id:region`. */
export interface Chosen {
  fileId: string
  regionId: string | null
}

export const chosenIn = (text: string | undefined): Chosen[] =>
  (text ?? '')
    .split(',')
    .filter((one) => /^[0-9a-z]{16}(?::[\w-]{1,40})?$/.test(one))
    .slice(0, UPLOAD_MANY.maxFiles)
    .map((one) => ({ fileId: one.split(':')[0] ?? '', regionId: one.split(':')[1] ?? null }))

export const chosenText = ({ fileId, regionId }: Chosen): string => (regionId ? `${fileId}:${regionId}` : fileId)

/** One file of the table: whose it is, what it would change, or why it cannot be read. */
export interface Arrived {
  file: StoredFile
  region: Region | null
  reading: Reading | null
  problem: string | null
}

/** The region a file is for: as somebody chose, as the file says, or the only one whose town stands in its name. */
export function regionFor(
  regions: readonly Region[],
  hints: { chosen: string | null; defined: string | undefined; fileName: string },
): Region | null {
  const byId = (id: string | null | undefined) => regions.find((region) => region.id === id)
  const named = regions.filter((region) =>
    region.members.some((m) => m.role !== 'cooperating' && hints.fileName.includes(m.name)),
  )
  return byId(hints.chosen) ?? byId(hints.defined) ?? (named.length === 1 ? (named[0] ?? null) : null)
}
