import { slicesOf } from '../../platform/slices/slices.ts'
import { warekiShort } from '../../platform/time.ts'
import { widestOf } from '../../platform/wrapping/wrapping.ts'
import {
  emsIn,
  HEADING,
  INDENT,
  lineOf,
  type RowKind,
  type Size,
  SMALL,
  type Strip,
  THEME,
} from '../board-layouts/board-layouts.ts'
import type { BoardLine } from '../boards/boards.ts'

/** A cell before anything has its height: what comes one under the other. */
export interface RawCell {
  /** The column it belongs to, said again where the column itself stands on an earlier page. */
  of: string
  /** 「支援1 アドバイス」: what the same place is called in every form. */
  name: string
  x: number
  w: number
  column: number
  span: number
  label: string[]
  heldOn: string
  strips: Strip[]
}
export interface RawRow {
  kind: RowKind
  columns: number
  cells: RawCell[]
}

const usual = { id: '', mark: '', inferred: false, isRest: false, goesOn: false }

/** Shorter than this, a last line looks forgotten. */
const ORPHAN = 4
const LONG = 400

/** In as few lines as letters alone would take, broken between phrases where that costs none; no word left over at the end. */
export function linesIn(text: string, width: number): string[] {
  if (text.length > LONG) return slicesOf(text, width, 'word')
  const least = slicesOf(text, width, 'letter')
  const fits = (lines: string[]) => lines.length <= least.length
  const isEven = (lines: string[]) => lines.length === 1 || widestOf([(lines.at(-1) ?? '').trimEnd()]) >= ORPHAN
  const widths = [1, 0.94, 0.88].map((part) => width * part)
  const tried = (['phrase', 'word'] as const).flatMap((grain) => widths.map((one) => slicesOf(text, one, grain)))
  return tried.find((lines) => fits(lines) && isEven(lines)) ?? tried.find(fits) ?? least
}

/** Width of the chip 推定 behind a sentence, in letters. */
const CHIP = 3.4

/** A sentence of the record in a cell of `mm`. */
export function itemOf(line: Pick<BoardLine, 'id' | 'text' | 'inferred' | 'mark'>, mm: number, { pt }: Size): Strip {
  const { id, text, inferred, mark = '' } = line
  const width = emsIn(mm - (mark ? INDENT.mark : INDENT.bullet), pt)
  const lines = linesIn(text, width)
  const last = lines.at(-1) ?? ''
  if (inferred && widestOf([last.trimEnd()]) + CHIP > width) lines.push('')
  return { ...usual, sort: 'item', id, lines, mark, inferred }
}

const wordsOf = (sort: Strip['sort'], text: string, width: number): Strip => ({
  ...usual,
  sort,
  lines: linesIn(text, width),
})
export const headingOf = (text: string, mm: number): Strip => wordsOf('heading', text, emsIn(mm, SMALL.pt))
export const titleOf = (text: string, mm: number): Strip => wordsOf('title', text, emsIn(mm, HEADING.pt))
export const noneOf = (text: string, mm: number): Strip => wordsOf('none', text, emsIn(mm - 2 * INDENT.none, SMALL.pt))
export const smallOf = (text: string, mm: number): Strip => wordsOf('keywords', text, emsIn(mm, SMALL.pt))
export const themeOf = (text: string, mm: number): Strip => wordsOf('plain', text, emsIn(mm, THEME.pt))

const LINES: Record<Strip['sort'], (size: Size) => { pt: number; leading: number }> = {
  item: (size) => size,
  heading: () => SMALL,
  title: () => HEADING,
  none: () => SMALL,
  keywords: () => SMALL,
  plain: () => THEME,
}
export const lineOfStrip = ({ sort }: Strip, size: Size): number => lineOf(LINES[sort](size))

/** What a strip takes beside its lines: the frame round what is missing, the air under a title. */
export const besides = ({ sort }: Strip): number =>
  ({ item: 0, heading: 0, title: 0.8, none: 1.8, keywords: 0, plain: 0 })[sort]

/** On a page without the heads of the columns each cell says whose it is. */
export function withColumns(row: RawRow): RawRow {
  if (row.kind !== 'advice' && row.kind !== 'acts') return row
  const cells = row.cells.map((cell) => {
    const at = cell.strips[0]?.sort === 'title' ? 1 : 0
    const isSaid = cell.strips[at]?.sort === 'heading' && cell.strips[at]?.lines.join('') === cell.of
    return isSaid ? cell : { ...cell, strips: cell.strips.toSpliced(at, 0, headingOf(cell.of, cell.w)) }
  })
  return { ...row, cells }
}

/** What a heading has room for. */
export const shortLabel = (label: string): string =>
  [...label].length > 40 ? `${[...label].slice(0, 40).join('')}…` : label

export const dayOf = (heldOn: string | null): string => (heldOn ? warekiShort(heldOn) : '')
