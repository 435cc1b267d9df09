import { scaleLinear } from 'd3-scale'
import { stroke, text, widthOf } from '../drawings/drawings.ts'
import type { List } from '../office/csv.ts'

/** A chart of a page, drawn by /parts/chart: never a picture alone, its numbers stand in a table and a file too. */
export interface Chart {
  /** Letters, digits, hyphens; the file's name in the address. */
  id: string
  /** Says what it shows. */
  title: string
  /** 「n＝12地域」 */
  n: string
  svg: string
  table: List
  csvHref: string | null
  note?: string
}

/** As wide as a telephone leaves: type keeps its size there, and three charts stand beside each other on a desk. */
export const CHART_WIDTH = 328

/** From nothing up to a round number, never nothing wide. */
export const countScale = (most: number, width: number) =>
  scaleLinear([0, Math.max(1, most)], [0, width]).nice(Math.min(4, Math.max(1, Math.ceil(most))))

/** Whole numbers only: regions and papers come one by one. */
export const countTicks = (most: number): number[] =>
  scaleLinear([0, Math.max(1, most)], [0, 1])
    .nice(4)
    .ticks(4)
    .filter((tick) => Number.isInteger(tick))

type Scale = (value: number) => number | undefined

/** Upright hairlines with their numbers below. */
export const axisBelow = (scale: Scale, ticks: readonly number[], span: readonly [number, number]): string =>
  ticks
    .map((tick) => {
      const x = scale(tick) ?? 0
      return (
        stroke([x, span[0]], [x, span[1]], 'ch-grid') +
        text(x, span[1] + 18, String(tick), { look: 'ch-n', at: 'middle' })
      )
    })
    .join('')

/** Level hairlines with their numbers at the left. */
export const axisLeft = (scale: Scale, ticks: readonly number[], span: readonly [number, number]): string =>
  ticks
    .map((tick) => {
      const y = scale(tick) ?? 0
      return (
        stroke([span[0], y], [span[1], y], 'ch-grid') +
        text(span[0] - 6, y + 5, String(tick), { look: 'ch-n', at: 'end' })
      )
    })
    .join('')

/** 「44%」 of none is nothing. */
export const shareOf = (part: number, whole: number): string =>
  whole > 0 ? `${Math.round((part / whole) * 100)}%` : '—'

/** Where lying bars stand: their labels above them or, where there is room, beside. */
export interface BarRoom {
  width: number
  labelWidth: number
  /** Where bars begin, how long the longest may be. */
  from: number
  full: number
  isBeside: boolean
}
export const BAR_INSET = 2
/** From here on labels stand beside their bars, else above them. */
const BESIDE = 520

/** `ends` are the words behind the bars; `share` is how much of the width labels may take. */
export function barRoom(
  { labels, ends, width = CHART_WIDTH }: { labels: readonly string[]; ends: readonly string[]; width?: number },
  share: number,
): BarRoom {
  const isBeside = width >= BESIDE
  const widest = Math.max(0, ...labels.map((label) => widthOf(label)))
  const labelWidth = isBeside ? Math.min(widest, width * share) : width - BAR_INSET * 2
  const from = isBeside ? BAR_INSET + labelWidth + 12 : BAR_INSET
  const behind = Math.max(0, ...ends.map((words) => widthOf(words))) + 10
  return { width, labelWidth, from, full: Math.max(40, width - BAR_INSET - from - behind), isBeside }
}
