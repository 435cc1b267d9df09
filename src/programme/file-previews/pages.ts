import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, type Circle } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import { dayOf, wareki } from '../../platform/time.ts'
import { isPicture, sizeWords } from '../region-files/region-files.ts'
import type { Region } from '../regions/regions.ts'
import { type RegionFrame, regionFrame } from '../sections/sections.ts'

export interface PreviewPage {
  around: RegionFrame
  heading: string
  facts: { term: string; text: string }[]
  pictureSrc: string | null
  pdfHref: string | null
  text: string | null
  isCut: boolean
  downloadHref: string
  readers: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/file-previews/show': PreviewPage
  }
}

/** A page holds this much of a text; the rest is in the file. */
export const TEXT_SHOWN = 20_000

/** UTF-8, or else Shift_JIS as older office machines write it. */
export function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('shift_jis').decode(bytes)
  }
}

export function previewPage(
  actor: Actor,
  region: Region,
  shown: { file: StoredFile; text: string | null },
): PreviewPage {
  const { file, text } = shown
  const inline = paths.regionFileInline(region.id, file.id)
  return {
    around: regionFrame(actor, region, 'files'),
    heading: file.name,
    facts: [
      { term: '加えた日', text: wareki(dayOf(file.createdAt)) },
      { term: '大きさ', text: sizeWords(file.bytes) },
      { term: '何のファイル', text: file.about },
    ],
    pictureSrc: isPicture(file.mime) ? inline : null,
    pdfHref: file.mime === 'application/pdf' ? inline : null,
    text: text === null ? null : [...text].slice(0, TEXT_SHOWN).join(''),
    isCut: text !== null && [...text].length > TEXT_SHOWN,
    downloadHref: paths.regionFile(region.id, file.id),
    readers: CIRCLE_READERS[file.circle as Circle] ?? '',
  }
}
