import type { Paper } from '../../platform/docx/docx.ts'
import type { PdfPart } from '../../platform/pdf/pdf.ts'
import type { Item, Slide } from '../../platform/pptx/pptx.ts'
import { clock, dayOf, wareki, warekiShort } from '../../platform/time.ts'
import { placeWords, whenWords } from '../../support/minutes/minutes.ts'
import type { PackSnapshot } from '../pack-snapshots/pack-snapshots.ts'
import type { Listed, UsedRevision } from './pack-frames.ts'

/** What stands around the parts of a pack: its cover, the numbers on its pages, and the page of what it was made from. */
const moment = (at: string): string => `${warekiShort(dayOf(at))} ${clock(at)}`
export const snapshotWords = (at: string): string => `${wareki(dayOf(at))} ${clock(at)}`

export function coverPaper({ programme, slot, at }: PackSnapshot, listed: readonly Listed[]): Paper {
  const when = whenWords(slot.meeting)
  const place = placeWords(slot.meeting)
  return {
    title: `${slot.label} 資料`,
    subtitle: programme.name,
    foot: `${programme.name}　${slot.label}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { term: '日時', text: when },
          ...(place ? [{ term: '形・場所', text: place }] : []),
          { term: 'この資料の時点', text: snapshotWords(at) },
        ],
      },
      { kind: 'heading', text: '資料の一覧' },
      { kind: 'table', head: ['番号', '資料'], rows: listed.map(({ no, title }) => [no, title]), widths: [1, 6] },
    ],
  }
}

/** もとにした版: every paper with its revision, so that two packs can be told apart. */
export const revisionsPaper = ({ programme, slot, at }: PackSnapshot, used: readonly UsedRevision[]): Paper => ({
  title: 'この資料のもとにした版',
  subtitle: `${programme.name}　${slot.label}`,
  foot: `${programme.name}　${slot.label}`,
  blocks: [
    { kind: 'facts', rows: [{ term: '時点', text: `${snapshotWords(at)}。このあとの書きかえは入っていません` }] },
    used.length > 0
      ? {
          kind: 'table',
          head: ['もとにしたもの', '版', '保存した日時', '保存した人'],
          rows: used.map((one) => [
            one.paper,
            one.version,
            one.savedAt ? moment(one.savedAt) : '—',
            one.savedBy || '—',
          ]),
          widths: [6, 3, 4, 3],
        }
      : { kind: 'text', text: '版のあるものは使っていません。' },
  ],
})

/** A page in a region's place, saying why there is nothing more. */
export const missingPaper = ({ programme, slot }: PackSnapshot, title: string, why: string): Paper => ({
  title,
  subtitle: `${programme.name}　${slot.label}`,
  foot: `${programme.name}　${slot.label}`,
  landscape: true,
  blocks: [{ kind: 'note', text: why }],
})

/** Every page of a 資料 says in its upper right corner which one it is: the parts draw their own pages, the number stands over them. */
export function numberedParts(no: string, parts: readonly PdfPart[]): PdfPart[] {
  return parts.map(({ use, template, data }) => ({
    use: `numbered-${use}`,
    template: `${template}
#let numbered-${use}(d) = {
  set page(foreground: place(top + right, dx: -8mm, dy: 2.6mm, text(font: "Noto Sans JP", size: 8pt, weight: 700, fill: rgb("#1a1a1a"), d.no)))
  ${use}(d.data)
}
`,
    data: { no, data },
  }))
}

const NUMBER = { x: 247, y: 1, w: 42, h: 5 }

export const numberedSlides = (no: string, slides: readonly Slide[]): Slide[] =>
  slides.map((slide): Slide => {
    const mark: Item = {
      ...{ kind: 'text', name: '資料の番号', at: NUMBER, size: 9, align: 'right', valign: 'middle' },
      paragraphs: [{ text: no, bold: true }],
    }
    return { ...slide, items: [mark, ...slide.items] }
  })
