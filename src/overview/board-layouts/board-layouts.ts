/** Where everything of a sheet stands: worked out once, drawn by page, PDF and PPTX alike. Millimetres, from the inner corner. */
export const SHEET = { w: 281, h: 194, margin: 8 } as const
const PT = 25.4 / 72

/** Letters step down once; below that the sheet goes on over the page. */
export const SIZES = [
  { pt: 8.5, leading: 1.5 },
  { pt: 8, leading: 1.4 },
] as const
export type Size = (typeof SIZES)[number]
export const FLOOR = 8

/** A line's height, and how many letters go into a width; a little less, as every program sets letters its own way. */
export const lineOf = ({ pt, leading }: { pt: number; leading: number }): number => pt * leading * PT
export const emsIn = (mm: number, pt: number): number => Math.max(4, (mm / (pt * PT)) * 0.985)

export const GAP = { column: 3.5, item: 0.6, part: 1.6 } as const
/** Left of a sentence: its bullet, or the box with 済. */
export const INDENT = { bullet: 3, mark: 9, none: 2 } as const
export const BAND_PAD = { x: 2.2, top: 1.4, bottom: 1.8 } as const
export const HEADING = { pt: 9.5, leading: 1.3 } as const
export const SMALL = { pt: 8, leading: 1.4 } as const
export const THEME = { pt: 10.5, leading: 1.45 } as const
export const NAME = { pt: 17, leading: 1.25 } as const

export type RowKind = 'theme' | 'main' | 'band' | 'advice' | 'acts'

/**
 * One thing in a cell. `sort` says how it is drawn: a sentence with its bullet, a small heading, the title of the row,
 * a frame that says what is missing, keywords, or plain words.
 */
export interface Strip {
  sort: 'item' | 'heading' | 'title' | 'none' | 'keywords' | 'plain'
  /** Empty for words that are ours. */
  id: string
  /** Line by line; put together they are the text. */
  lines: string[]
  /** 済・途中・予定 */
  mark: string
  inferred: boolean
  /** The rest of what began on the page before; and there is more on the next. */
  isRest: boolean
  goesOn: boolean
}

/** A strip where it stands: its upper edge from the top of the cell. */
export interface LaidStrip extends Strip {
  y: number
  h: number
}

export interface LaidCell {
  name: string
  x: number
  w: number
  /** Which column it belongs to; for a band, the one it follows. */
  column: number
  /** Columns beneath which it stands. */
  span: number
  /** Head of a column or a band, in lines; the day it was held stands beside it. */
  label: string[]
  heldOn: string
  /** The day stands at the end of the head's only line; else on a line of its own. */
  dayBeside: boolean
  /** Height of the head. */
  top: number
  strips: LaidStrip[]
}

export interface LaidRow {
  kind: RowKind
  /** How many columns stand side by side here. */
  columns: number
  y: number
  h: number
  cells: LaidCell[]
}

export interface LaidPage {
  number: number
  /** Nothing of the sheet's head but its name: it goes on from the page before. */
  isRest: boolean
  head: LaidHead
  /** Where the rows begin. */
  top: number
  rows: LaidRow[]
}

export interface LaidHead {
  small: string
  name: string[]
  namePt: number
  facts: { term: string; lines: string[]; x: number; w: number }[]
  h: number
}

export interface BoardLayout {
  size: Size
  pages: LaidPage[]
  foot: string
  /** The rule above the foot. */
  footY: number
  isSample: boolean
}

/** What is written in a strip, without the line ends that only the page needed. */
export const textOf = (strip: Pick<Strip, 'lines'>): string => strip.lines.join('').trim()

export interface Block {
  sort: Exclude<Strip['sort'], 'item'> | 'list'
  y: number
  lines: string[]
  items: LaidStrip[]
}

/** Sentences that follow one another are one list. */
export function blocksOf(strips: readonly LaidStrip[]): Block[] {
  const blocks: Block[] = []
  for (const strip of strips) {
    const last = blocks.at(-1)
    if (strip.sort === 'item' && last?.sort === 'list') last.items.push(strip)
    else if (strip.sort === 'item') blocks.push({ sort: 'list', y: strip.y, lines: [], items: [strip] })
    else blocks.push({ sort: strip.sort, y: strip.y, lines: strip.lines, items: [] })
  }
  return blocks
}
