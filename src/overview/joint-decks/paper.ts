import type { Paper } from '../../platform/docx/docx.ts'
import type { PdfPart } from '../../platform/pdf/pdf.ts'
import type { Item, Paragraph, Slide } from '../../platform/pptx/pptx.ts'
import { paperPart } from '../../platform/printed/printed.ts'
import { slicesOf } from '../../platform/slices/slices.ts'
import { boardPart } from '../board-papers/paper.ts'
import { boardSlides } from '../board-slides/paper.ts'
import { closingLines, closingPaper } from '../joint-papers/paper.ts'
import { type DeckFacts, type DeckRegion, gapsOf } from './joint-decks.ts'

const LEFT = 14
const WIDTH = 269
const TITLE = { x: LEFT, y: 10, w: WIDTH, h: 16 }
const BODY = { x: LEFT, y: 30, w: WIDTH, h: 168 }
const SIZE = 14
/** Letters of this size side by side, and lines one under the other, on one page. */
const EMS = Math.floor(WIDTH / (SIZE * 0.3528)) - 3
const LINES = 20

const textBox = (name: string, paragraphs: Paragraph[], more: Partial<Extract<Item, { kind: 'text' }>> = {}): Item => ({
  ...{ kind: 'text', at: BODY, name, paragraphs, size: SIZE },
  ...more,
})

function cover({ label, programme, when, madeOn, regions }: DeckFacts): Slide {
  const names = regions.map(({ name }) => ({ text: name, bullet: true }))
  const lines = [{ text: programme }, { text: when }, { text: '' }, ...names]
  const size = names.length > 10 ? 12 : 18
  const foot = { x: LEFT, y: 190, w: WIDTH, h: 10 }
  const items = [
    textBox('年度事業と参加地域', lines, { at: { x: LEFT, y: 60, w: WIDTH, h: 125 }, size }),
    textBox('作った日', [{ text: `${madeOn}に作成。各地域がこの会のために出した資料です` }], { at: foot, size: 10 }),
  ]
  return { title: label, titleAt: { x: LEFT, y: 30, w: WIDTH, h: 22 }, titleSize: 36, items }
}

const ROWS = 14
const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.max(1, Math.ceil(all.length / size)) }, (_, i) => all.slice(i * size, (i + 1) * size))

const agendaSlides = ({ rows }: DeckFacts): Slide[] =>
  inParts(rows, ROWS).map((part, i) => ({
    title: i === 0 ? '次第' : '次第（つづき）',
    titleAt: TITLE,
    items: [
      {
        ...{ kind: 'table' as const, at: BODY, name: '次第', widths: [45, 124, 100] },
        ...{ head: ['時刻', '内容', '時間の分けかた'], size: 12 },
        rows: part.map(({ span, label, detail }) => [span, label, detail]),
      },
    ],
  }))

/** Every line of まとめ by the room it takes; what does not fit goes on the next page, nothing is left out. */
function pagesOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const pages: Paragraph[][] = [[]]
  let used = 0
  for (const paragraph of paragraphs) {
    for (const part of inParts(slicesOf(paragraph.text, EMS), LINES)) {
      if (used + part.length > LINES) {
        pages.push([])
        used = 0
      }
      pages.at(-1)?.push({ ...paragraph, text: part.join('') })
      used += part.length
    }
  }
  return pages
}

function closingSlides({ name, closing }: DeckRegion): Slide[] {
  if (!closing) return []
  const paragraphs = closingLines(closing.sections).flatMap(({ label, lines }): Paragraph[] => [
    { text: label, bold: true },
    ...lines.map((text) => ({ text, bullet: true })),
  ])
  return pagesOf(paragraphs).map((part, i) => ({
    title: `${name}　まとめ${i === 0 ? '' : '（つづき）'}`,
    titleAt: TITLE,
    items: [textBox('まとめ', part)],
  }))
}

const gapSlide = (region: DeckRegion): Slide[] => {
  const gaps = gapsOf(region)
  if (gaps.length === 0) return []
  return [
    {
      title: region.name,
      titleAt: TITLE,
      items: [
        textBox(
          '資料',
          gaps.map((text) => ({ text })),
        ),
      ],
    },
  ]
}

export const deckSlides = (facts: DeckFacts): Slide[] => [
  cover(facts),
  ...agendaSlides(facts),
  ...facts.regions.flatMap((region) => [
    ...gapSlide(region),
    ...(region.board ? boardSlides(region.board) : []),
    ...closingSlides(region),
  ]),
]

const coverPaper = ({ label, programme, when, madeOn, rows, regions }: DeckFacts): Paper => ({
  title: label,
  subtitle: `${programme}\n${when}`,
  blocks: [
    { kind: 'heading', text: '次第' },
    {
      ...{ kind: 'table', head: ['時刻', '内容', '時間の分けかた'], widths: [3, 7, 6] },
      rows: rows.map(({ span, label: text, detail }) => [span, text, detail]),
    },
    { kind: 'heading', text: '参加地域' },
    { kind: 'list', numbered: true, items: regions.map((r) => ({ text: r.name, note: gapsOf(r).join('') })) },
    { kind: 'text', text: `${madeOn}に作成。各地域がこの会のために出した資料です。` },
  ],
  foot: label,
  landscape: true,
})

export const deckParts = (facts: DeckFacts): PdfPart[] => [
  paperPart(coverPaper(facts)),
  ...facts.regions.flatMap(({ name, board, closing }) => [
    ...(board ? [boardPart(board)] : []),
    ...(closing
      ? [paperPart(closingPaper({ region: name, label: facts.label, by: closing.by }, closing.sections))]
      : []),
  ]),
]
