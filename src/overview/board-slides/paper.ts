import type { Box, Item, Paragraph, Slide } from '../../platform/pptx/pptx.ts'
import { widestOf } from '../../platform/wrapping/wrapping.ts'
import {
  BAND_PAD,
  type BoardLayout,
  emsIn,
  HEADING,
  type LaidCell,
  type LaidPage,
  type LaidRow,
  type LaidStrip,
  lineOf,
  NAME,
  SHEET,
  SMALL,
  THEME,
  textOf,
} from '../board-layouts/board-layouts.ts'
import { layoutOf } from '../board-layouts/body.ts'
import { THEME_INDENT } from '../board-strips/body.ts'
import type { Board } from '../boards/boards.ts'

const INK = '1A1A1A'
const GREY = '4D4D4D'
const LINE = '666666'
const TOWN = '0017C1'
const SUPPORT = '006F83'
const WHITE = 'FFFFFF'
/** A little less than on paper: what is set in another font must not run out of its box. */
const LEADING = 1.4
/** Titles of usual length have one place, and so one master in the deck. */
const SHORT_NAME = 100

const on = ({ x, y, w, h }: Box): Box => ({ x: SHEET.margin + x, y: SHEET.margin + y, w, h })
const rule = (box: Box, color: string): Item => ({ kind: 'rule', at: on(box), color })

/** One strip as a paragraph: the same words in the same order as on the page. */
function paragraphOf(strip: LaidStrip, tone: string): Paragraph {
  const { sort, mark, isRest, inferred, goesOn } = strip
  const lead = mark && !isRest ? `［${mark}］` : ''
  const text = `${lead}${textOf(strip)}${inferred && !goesOn ? '（推定）' : ''}`
  if (sort === 'item') return { text, bullet: !mark && !isRest, above: 1.2 }
  if (sort === 'title') return { text, bold: true, size: HEADING.pt, color: tone }
  if (sort === 'heading') return { text, bold: true, size: SMALL.pt, color: GREY, above: 3 }
  if (sort === 'plain') return { text, bold: true, size: THEME.pt }
  return { text, size: SMALL.pt, color: GREY, above: 2 }
}

function bodyOf(row: LaidRow, cell: LaidCell, size: number): Item[] {
  if (cell.strips.length === 0) return []
  const tone = row.kind === 'advice' ? SUPPORT : TOWN
  const left = row.kind === 'theme' ? THEME_INDENT : 0
  const down = cell.top + (row.kind === 'theme' ? 1.4 : 0)
  const at = on({ x: cell.x + left, y: row.y + down, w: cell.w - left, h: row.h - down })
  const paragraphs = cell.strips.map((strip) => paragraphOf(strip, tone))
  return [{ kind: 'text', at, name: cell.name, paragraphs, size, color: INK, leading: LEADING }]
}

const labelOf = ({ label, heldOn }: LaidCell): string => [label.join('').trim(), heldOn].filter(Boolean).join('　')

function headOf(row: LaidRow, cell: LaidCell): Item {
  const at = on({ x: cell.x, y: row.y, w: cell.w, h: cell.top - 1.6 })
  const paragraphs = [{ text: labelOf(cell), bold: true }]
  const name = `${cell.name} 見出し`
  return { kind: 'text', at, name, paragraphs, size: HEADING.pt, fill: TOWN, color: WHITE, valign: 'middle', inset: 1 }
}

/** 事前MTG: one framed box with its name and all it says, tied to the columns above. */
function bandOf(row: LaidRow, cell: LaidCell, size: number): Item[] {
  const paragraphs = [
    { text: labelOf(cell), bold: true, size: HEADING.pt },
    ...cell.strips.map((strip) => paragraphOf(strip, INK)),
  ]
  const at = on({ x: cell.x, y: row.y, w: cell.w, h: row.h })
  return [
    rule({ x: cell.x + cell.w / 2, y: row.y - 2.9, w: 0.25, h: 2.7 }, LINE),
    {
      kind: 'text',
      at,
      name: cell.name,
      paragraphs,
      size,
      color: INK,
      line: LINE,
      inset: BAND_PAD.top,
      leading: LEADING,
    },
  ]
}

function rulesOf({ kind, y, h }: LaidRow): Item[] {
  const w = SHEET.w
  if (kind === 'advice') return [2.3, 1.6].map((up) => rule({ x: 0, y: y - up, w, h: 0.28 }, SUPPORT))
  if (kind === 'acts') return [rule({ x: 0, y: y - 1.8, w, h: 0.4 }, TOWN)]
  if (kind !== 'theme') return []
  const badge = on({ x: 0, y: y + 1.5, w: 13, h: 4.4 })
  const words = { name: 'テーマの見出し', paragraphs: [{ text: 'テーマ', bold: true }], size: SMALL.pt }
  return [
    rule({ x: 0, y, w, h: 0.5 }, INK),
    rule({ x: 0, y: y + h - 0.5, w, h: 0.5 }, INK),
    { kind: 'text', at: badge, ...words, fill: INK, color: WHITE, valign: 'middle', align: 'center' },
  ]
}

function rowItems(row: LaidRow, size: number): Item[] {
  if (row.kind === 'band') return row.cells.flatMap((cell) => bandOf(row, cell, size))
  const heads = row.kind === 'main' ? row.cells.map((cell) => headOf(row, cell)) : []
  return [...rulesOf(row), ...heads, ...row.cells.flatMap((cell) => bodyOf(row, cell, size))]
}

function factItems({ head }: LaidPage): Item[] {
  return head.facts.map(({ term, lines, x, w }): Item => {
    const h = lineOf(SMALL) + lines.length * lineOf(HEADING)
    const at = on({ x, y: head.h - h, w: Math.min(w + 2, SHEET.w - x), h })
    const paragraphs = [
      { text: term, size: SMALL.pt, color: GREY },
      { text: lines.join('').trim(), bold: true },
    ]
    return { kind: 'text', at, name: term, paragraphs, size: HEADING.pt, color: INK }
  })
}

function footItems(page: LaidPage, { foot, footY, pages }: BoardLayout): Item[] {
  const h = SHEET.h - footY - 1
  const plain = { size: SMALL.pt, color: GREY }
  const noted: Item = {
    ...{ kind: 'text', at: on({ x: 0, y: footY + 1, w: SHEET.w - 64, h }), name: '注', ...plain },
    paragraphs: [{ text: foot }],
  }
  return [
    rule({ x: 0, y: footY, w: SHEET.w, h: 0.2 }, 'CCCCCC'),
    ...(foot ? [noted] : []),
    {
      ...{
        kind: 'text',
        at: on({ x: SHEET.w - 62, y: footY + 1, w: 62, h }),
        name: 'ページ',
        ...plain,
        align: 'right',
      },
      paragraphs: [{ text: `${page.number} / ${pages.length}　伴走ノート` }],
    },
  ]
}

function slideOf(page: LaidPage, layout: BoardLayout): Slide {
  const { head, rows } = page
  const small: Item = {
    ...{ kind: 'text', at: on({ x: 0, y: 0, w: 120, h: lineOf(SMALL) }), name: '年度', size: SMALL.pt, color: GREY },
    paragraphs: [{ text: head.small }],
  }
  const left = Math.min(SHEET.w, ...head.facts.map((fact) => fact.x))
  const h = head.name.length * lineOf({ pt: head.namePt, leading: NAME.leading })
  const isShort = widestOf(head.name) <= emsIn(SHORT_NAME, head.namePt) && SHORT_NAME <= left
  return {
    title: head.name.join('').trim(),
    titleAt: on({ x: 0, y: lineOf(SMALL), w: isShort ? SHORT_NAME : Math.max(60, left - 4), h }),
    titleSize: head.namePt,
    items: [
      small,
      ...factItems(page),
      ...rows.flatMap((row) => rowItems(row, layout.size.pt)),
      ...footItems(page, layout),
    ],
  }
}

/** The sheet as slides of editable text boxes: each page of the layout is one. */
export function boardSlides(board: Board): Slide[] {
  const layout = layoutOf(board)
  return layout.pages.map((page) => slideOf(page, layout))
}
