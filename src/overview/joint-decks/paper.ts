import type { Paper } from '../../platform/docx/docx.ts'
import type { PdfPart } from '../../platform/pdf/pdf.ts'
import type { Box, Item, Paragraph, Slide } from '../../platform/pptx/pptx.ts'
import { paperPart } from '../../platform/printed/printed.ts'
import { paperSlides, tableSlides } from '../../platform/slides/paper.ts'
import { boardPart } from '../board-papers/paper.ts'
import { boardSlides } from '../board-slides/paper.ts'
import { closingPaper } from '../joint-papers/paper.ts'
import { type DeckFacts, type DeckRegion, type DeckRow, gapsOf } from './joint-decks.ts'

const LEFT = 14
const WIDTH = 269

const textBox = (at: Box, name: string, paragraphs: Paragraph[], size: number): Item => ({
  ...{ kind: 'text', at, name, paragraphs, size },
})

function cover({ label, programme, when, madeOn, regions }: DeckFacts): Slide {
  const names = regions.map(({ name }) => name)
  // More of them stand in one paragraph: every name is there, whatever their number.
  const listed = names.length > 10 ? [{ text: names.join('、') }] : names.map((text) => ({ text, bullet: true }))
  const lines = [{ text: programme }, { text: when }, { text: '' }, ...listed]
  const size = names.length > 30 ? 12 : names.length > 10 ? 14 : 18
  const foot = { x: LEFT, y: 190, w: WIDTH, h: 10 }
  const items = [
    textBox({ x: LEFT, y: 60, w: WIDTH, h: 125 }, '年度事業と参加地域', lines, size),
    textBox(foot, '作った日', [{ text: `${madeOn}に作成。各地域がこの会のために出した資料です` }], 10),
  ]
  return { title: label, titleAt: { x: LEFT, y: 30, w: WIDTH, h: 22 }, titleSize: 36, items }
}

const HEAD = ['時刻', '内容', '時間の分けかた']
const cellsOf = ({ span, label, detail }: DeckRow): string[] => [span, label, detail]

const agendaSlides = ({ rows }: DeckFacts): Slide[] =>
  tableSlides({ title: '次第', head: HEAD, rows: rows.map(cellsOf), widths: [3, 7, 6], empty: 'まだありません。' })

const closingOf = ({ label }: DeckFacts, { name, closing }: DeckRegion): Paper[] =>
  closing ? [closingPaper({ region: name, label, by: closing.by }, closing.sections)] : []

/** A page of its own only where there is something to say to the room; what is half missing is told on the deck's page. */
const gapSlides = (region: DeckRegion): Slide[] => {
  const gaps = gapsOf(region)
  const hasPapers = region.board !== null || region.closing !== null
  if (hasPapers && region.others.length === 0) return []
  const blocks = gaps.map((text) => ({ kind: 'text' as const, text }))
  return paperSlides({ title: region.name, subtitle: '', blocks, foot: '', landscape: true })
}

export const deckSlides = (facts: DeckFacts): Slide[] => [
  cover(facts),
  ...agendaSlides(facts),
  ...facts.regions.flatMap((region) => [
    ...gapSlides(region),
    ...(region.board ? boardSlides(region.board) : []),
    ...closingOf(facts, region).flatMap(paperSlides),
  ]),
]

const coverPaper = ({ label, programme, when, madeOn, rows, regions }: DeckFacts): Paper => ({
  title: label,
  subtitle: `${programme}\n${when}`,
  blocks: [
    { kind: 'heading', text: '次第' },
    {
      ...{ kind: 'table', head: HEAD, widths: [3, 7, 6] },
      rows: rows.map(cellsOf),
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
  ...facts.regions.flatMap((region) => [
    ...(region.board ? [boardPart(region.board)] : []),
    ...closingOf(facts, region).map(paperPart),
  ]),
]
