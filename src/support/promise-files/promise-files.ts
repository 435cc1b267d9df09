import { paths } from '../../paths/paths.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import { isPreviewed, sizeWords } from '../../programme/region-files/region-files.ts'

/** What a file of a 取組 is: beside the asking, handed in, given back with notes, brought home from a practice. */
export const FILE_PARTS = { ask: '出すときの資料', hand_in: '提出', answer: '返事', practice: '実践' } as const
export type FilePart = keyof typeof FILE_PARTS

export interface PromiseFile extends StoredFile {
  part: FilePart
  handInId: string | null
}

export interface ShownFile {
  id: string
  name: string
  size: string
  href: string
  /** Where it can be looked at without taking it home. */
  previewHref: string | null
}

export const shownFile = (regionId: string, file: StoredFile): ShownFile => ({
  id: file.id,
  name: file.name,
  size: sizeWords(file.bytes),
  href: paths.regionFile(regionId, file.id),
  previewHref: isPreviewed(file.mime) ? paths.regionFilePreview(regionId, file.id) : null,
})
