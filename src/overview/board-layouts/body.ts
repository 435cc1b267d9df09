import { slicesOf } from '../../platform/slices/slices.ts'
import { emsOf } from '../../platform/wrapping/wrapping.ts'
import { besides, lineOfStrip, type RawCell, type RawRow, smallOf, withColumns } from '../board-strips/board-strips.ts'
import { rowsOf, THEME_INDENT } from '../board-strips/body.ts'
import type { Board } from '../boards/boards.ts'
import {
  BAND_PAD,
  type BoardLayout,
  emsIn,
  GAP,
  HEADING,
  type LaidCell,
  type LaidPage,
  type LaidRow,
  type LaidStrip,
  lineOf,
  type RowKind,
  SHEET,
  SIZES,
  type Size,
  SMALL,
  type Strip,
} from './board-layouts.ts'
import { headOf } from './paper.ts'

/** Air above each kind of row, with the rule that stands in it; never more than this when a short sheet is spread. */
const ABOVE: Record<RowKind, number> = { theme: 1.8, main: 2.6, band: 3.4, advice: 4.6, acts: 4 }
/** With less room than this a row that does not fit begins on the next page. */
const ROOM = 35
/** Sentences up to so many lines stay whole. */
const WHOLE = 4
const SPREAD_MOST = 7
const FOOT_NAME = 64

/** One sheet in the larger letters, else in the smaller, else on as many as it takes in the smaller. */
export function layoutOf(board: Board): BoardLayout {
  const [large, small] = SIZES
  const first = laidIn(board, large)
  return first.pages.length === 1 ? first : laidIn(board, small)
}

function laidIn(board: Board, size: Size): BoardLayout {
  const foot = board.foot
  const footLines = slicesOf(foot, emsIn(SHEET.w - FOOT_NAME, SMALL.pt))
  const bottom = SHEET.h - Math.max(1, footLines.length) * lineOf(SMALL) - 1.6
  const { head, wholeName } = headOf(board, false)
  let queue = rowsOf(board, size).map((row) => (row.kind === 'theme' ? withName(row, wholeName) : row))
  const pages: LaidPage[] = []
  while (queue.length > 0) {
    const isRest = pages.length > 0
    const own = isRest ? headOf(board, true).head : head
    const { rows, rest } = filled(isRest ? queue.map(withColumns) : queue, { top: own.h, bottom, size })
    pages.push({ number: pages.length + 1, isRest, head: own, top: own.h, rows: isRest ? rows : spread(rows, bottom) })
    queue = rest
  }
  return { size, pages, foot, footY: bottom + 0.8, isSample: board.head.isSample }
}

const withName = (row: RawRow, name: string | null): RawRow =>
  name === null
    ? row
    : {
        ...row,
        cells: row.cells.map((cell) => ({
          ...cell,
          strips: [...cell.strips, smallOf(`地域：${name}`, SHEET.w - THEME_INDENT)],
        })),
      }

/** As many rows as go onto one page; a row may be parted between two lines. */
function filled(queue: readonly RawRow[], at: { top: number; bottom: number; size: Size }) {
  const rows: LaidRow[] = []
  let y = at.top
  for (const [n, row] of queue.entries()) {
    const from = y + ABOVE[row.kind]
    const { laid, rest } = placed(row, { y: from, room: at.bottom - from, size: at.size })
    const isEmpty = laid.cells.every((cell) => cell.strips.every((strip) => strip.sort === 'title'))
    if (rest && rows.length > 0 && (isEmpty || at.bottom - from < ROOM)) return { rows, rest: queue.slice(n) }
    rows.push(laid)
    if (rest) return { rows, rest: [rest, ...queue.slice(n + 1)] }
    y = laid.y + laid.h
  }
  return { rows, rest: [] }
}

function placed(row: RawRow, at: { y: number; room: number; size: Size }): { laid: LaidRow; rest: RawRow | null } {
  const { kind, columns } = row
  const pad = kind === 'band' ? BAND_PAD.top + BAND_PAD.bottom : kind === 'theme' ? 2.8 : 0
  const tops = Math.max(0, ...row.cells.map((cell) => topOf(kind, cell)))
  const cells: LaidCell[] = []
  const over: RawCell[] = []
  for (const cell of row.cells) {
    const top = kind === 'main' ? tops : topOf(kind, cell)
    const { strips, rest } = cut(cell.strips, { room: at.room - top - pad, size: at.size })
    if (strips.length > 0 || rest.length === 0) cells.push({ ...cell, top, dayBeside: isDayBeside(cell), strips })
    if (rest.length > 0) over.push(strips.length > 0 ? goingOn(cell, rest) : cell)
  }
  const deep = Math.max(0, ...cells.map((cell) => cell.top + bottomOf(cell.strips)))
  const laid = { kind, columns, y: at.y, h: deep + pad, cells }
  return { laid, rest: over.length > 0 ? { kind, columns, cells: titled(row, over) } : null }
}

const goingOn = (cell: RawCell, strips: Strip[]): RawCell => {
  const label = cell.label.map((line) => line.replace(/（つづき）$/, ''))
  const last = label.length - 1
  return { ...cell, strips, label: label.map((line, n) => (n === last ? `${line}（つづき）` : line)) }
}

/** A row that goes on over the page says again what it is. */
function titled(row: RawRow, over: RawCell[]): RawCell[] {
  const title = row.cells.flatMap((cell) => cell.strips).find((strip) => strip.sort === 'title')
  const [first, ...others] = over
  if (!title || !first || first.strips[0]?.sort === 'title') return over
  const words = `${title.lines.join('').replace(/（つづき）$/, '')}（つづき）`
  const again = { ...title, lines: slicesOf(words, emsIn(first.w, HEADING.pt)) }
  return [{ ...first, strips: [again, ...first.strips] }, ...others]
}

const isDayBeside = ({ label, heldOn, w }: Pick<RawCell, 'label' | 'heldOn' | 'w'>): boolean =>
  label.length === 1 && emsOf(label[0] ?? '') + emsOf(heldOn) * 0.85 + 1 <= emsIn(w - 7, HEADING.pt)

function topOf(kind: RowKind, { label, heldOn, w }: RawCell): number {
  if (label.length === 0) return 0
  const lines = label.length + (heldOn && !isDayBeside({ label, heldOn, w }) ? 1 : 0)
  return lines * lineOf(HEADING) + (kind === 'main' ? 2 + GAP.part : 0.8)
}

const bottomOf = (strips: readonly LaidStrip[]): number => Math.max(0, ...strips.map(({ y, h }) => y + h))

const LEAD: Record<Strip['sort'], number> = { item: 0.6, heading: 1.6, title: 0, none: 1.2, keywords: 1.4, plain: 0.6 }

/** Strips one under the other as far as there is room; what is parted goes on with its next line. */
function cut(strips: readonly Strip[], { room, size }: { room: number; size: Size }) {
  const done: LaidStrip[] = []
  let y = 0
  for (const [n, strip] of strips.entries()) {
    const from = done.length === 0 ? 0 : y + LEAD[strip.sort]
    const line = lineOfStrip(strip, size)
    const fit = Math.floor((room - from - besides(strip)) / line + 1e-6)
    const isWhole = fit >= strip.lines.length
    const take = isWhole ? strip.lines.length : fit
    const [isHead, isFrame] = [strip.sort === 'heading' || strip.sort === 'title', strip.sort === 'none']
    const stays = isHead || isFrame || strip.lines.length <= WHOLE
    if (take < 1 || (!isWhole && stays)) return { strips: kept(done), rest: back(done, strips.slice(n)) }
    const h = take * line + besides(strip)
    done.push({ ...strip, lines: strip.lines.slice(0, take), goesOn: !isWhole, y: from, h })
    if (!isWhole) {
      const rest = { ...strip, lines: strip.lines.slice(take), isRest: true }
      return { strips: done, rest: [rest, ...strips.slice(n + 1)] }
    }
    y = from + h
  }
  return { strips: done, rest: [] }
}

const isHeading = (strip: Strip | undefined) => strip?.sort === 'heading' || strip?.sort === 'title'
/** A heading does not stay behind alone. */
const kept = (done: readonly LaidStrip[]): LaidStrip[] => {
  const last = done.findLastIndex((strip) => !isHeading(strip))
  return done.slice(0, last + 1)
}
const back = (done: readonly LaidStrip[], rest: readonly Strip[]): Strip[] => [
  ...done.slice(kept(done).length).map(({ y: _, h: __, ...strip }) => strip),
  ...rest,
]

/** What is left at the bottom of the first sheet goes between its rows. */
function spread(rows: readonly LaidRow[], bottom: number): LaidRow[] {
  const last = rows.at(-1)
  const left = last ? bottom - last.y - last.h : 0
  const each = Math.min(SPREAD_MOST, left / Math.max(1, rows.length - 2))
  return rows.map((row, n) => ({ ...row, y: row.y + Math.max(0, n - 1) * each }))
}
