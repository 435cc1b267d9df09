import type { Block, Paper } from '../docx/docx.ts'
import type { Paragraph, Slide } from '../pptx/pptx.ts'
import { slicesOf } from '../slices/slices.ts'
import {
  begun,
  CELL,
  emsIn,
  isFresh,
  leftOn,
  lineHeight,
  PAD,
  type Pages,
  put,
  ROOM,
  SIZE,
  slidesOf,
  turn,
} from './slides.ts'

/** A Paper (platform/docx) on slides of editable text and tables; nothing is left out. */
export function paperSlides(paper: Paper): Slide[] {
  const pages = begun()
  if (paper.subtitle) addText(pages, [{ text: paper.subtitle, color: '4D4D4D' }])
  for (const block of paper.blocks) addBlock(pages, block)
  return slidesOf(paper.title, pages)
}

export interface TableOrder {
  title: string
  head: string[]
  rows: string[][]
  widths: number[]
  /** What stands there when there is no row. */
  empty: string
}

export function tableSlides({ title, empty, ...table }: TableOrder): Slide[] {
  const pages = begun()
  if (table.rows.length === 0) addText(pages, [{ text: empty }])
  else addTable(pages, table)
  return slidesOf(title, pages)
}

function addBlock(pages: Pages, block: Block): void {
  switch (block.kind) {
    case 'heading':
      addHeading(pages, block.text)
      break
    case 'text':
      addText(pages, [{ text: block.text }])
      break
    case 'note':
      addText(pages, [{ text: block.text }], 'FBF5E0')
      break
    case 'facts':
      addText(
        pages,
        block.rows.map(({ term, text }) => ({ text: `${term}：${text}` })),
      )
      break
    case 'list':
      addText(pages, block.items.map(listed(block.numbered)))
      break
    case 'table':
      addTable(pages, block)
      break
    case 'picture':
      addPicture(pages, block)
      break
    default:
      turn(pages)
  }
}

const listed =
  (numbered: boolean) =>
  ({ text, note }: { text: string; note: string }, at: number): Paragraph => ({
    text: `${numbered ? `${at + 1}. ` : ''}${text}${note ? `（${note}）` : ''}`,
    bullet: !numbered,
  })

function addHeading(pages: Pages, text: string): void {
  const h = lineHeight(14) * slicesOf(text, emsIn(ROOM.w, 14)).length + 3
  if (leftOn(pages) < h + 20) turn(pages)
  const paragraphs = [{ text, bold: true }]
  put(pages, h, (y) => ({
    kind: 'text',
    at: { ...ROOM, y, h },
    name: '見出し',
    size: 14,
    valign: 'middle',
    paragraphs,
  }))
}

/** Paragraphs in boxes of their own height; one that is longer than the page is parted at its lines. */
function addText(pages: Pages, paragraphs: readonly Paragraph[], fill?: string): void {
  const step = lineHeight(SIZE)
  let held: Paragraph[] = []
  let lines = 0
  const flush = () => {
    if (held.length === 0) return
    const [own, h] = [held, lines * step + 3]
    put(pages, h + 2, (y) => {
      return { kind: 'text', at: { ...ROOM, y, h }, name: '文', size: SIZE, paragraphs: own, ...(fill && { fill }) }
    })
    held = []
    lines = 0
  }
  for (const paragraph of paragraphs) {
    let rest = slicesOf(paragraph.text || ' ', emsIn(ROOM.w - PAD.x, SIZE))
    let isFirst = true
    while (rest.length > 0) {
      const room = Math.floor((leftOn(pages) - 5) / step) - lines
      if (room < Math.min(rest.length, 2)) {
        flush()
        turn(pages)
        if (Math.floor((leftOn(pages) - 5) / step) < 2) return
        continue
      }
      held.push({
        ...paragraph,
        text: rest.slice(0, room).join('').replace(/\n$/, ''),
        bullet: Boolean(paragraph.bullet) && isFirst,
      })
      lines += Math.min(room, rest.length)
      rest = rest.slice(room)
      isFirst = false
    }
  }
  flush()
}

type Table = Pick<Extract<Block, { kind: 'table' }>, 'head' | 'rows' | 'widths'>

/** Rows go over to the next slide with their head; a row higher than a slide is parted. */
function addTable(pages: Pages, { head, rows, widths }: Table): void {
  const all = widths.reduce((sum, one) => sum + one, 0)
  const ems = widths.map((one) => emsIn((ROOM.w * one) / all - PAD.x, CELL))
  const step = lineHeight(CELL)
  const linesOf = (row: readonly string[]) => row.map((text, at) => slicesOf(text || ' ', Math.max(1, ems[at] ?? 1)))
  const heightOf = (lines: readonly string[][]) => Math.max(1, ...lines.map((cell) => cell.length)) * step + PAD.y
  const headHeight = head.length > 0 ? heightOf(linesOf(head)) : 0
  const most = Math.floor((ROOM.h - headHeight - PAD.y) / step)
  let held: string[][] = []
  let height = headHeight
  const flush = () => {
    if (held.length === 0) return
    const [own, h] = [held, height]
    put(pages, h + 4, (y) => ({
      kind: 'table',
      at: { ...ROOM, y, h },
      name: '表',
      widths,
      head,
      rows: own,
      size: CELL,
    }))
    held = []
    height = headHeight
  }
  for (const row of rows.flatMap((cells) => parted(linesOf(cells), most))) {
    const h = heightOf(row)
    if (height + h > leftOn(pages) && (held.length > 0 || !isFresh(pages))) {
      flush()
      turn(pages)
    }
    held.push(row.map((cell) => cell.join('').replace(/\n$/, '').trimEnd()))
    height += h
  }
  flush()
}

function parted(cells: readonly string[][], most: number): string[][][] {
  const parts = Math.max(1, Math.ceil(Math.max(...cells.map((cell) => cell.length)) / most))
  return Array.from({ length: parts }, (_, n) => cells.map((cell) => cell.slice(n * most, (n + 1) * most)))
}

/** As large as on paper; in what is left of the slide, where that is enough to read it. */
function addPicture(pages: Pages, { svg, width, height, alt }: Extract<Block, { kind: 'picture' }>): void {
  if (leftOn(pages) < ROOM.h * 0.6) turn(pages)
  const k = Math.min(ROOM.w / width, (leftOn(pages) - 4) / height, (25.4 / 96) * 1.4)
  const [w, h] = [width * k, height * k]
  put(pages, h + 4, (y) => ({ kind: 'picture', at: { x: ROOM.x, y, w, h }, svg, alt }))
}
