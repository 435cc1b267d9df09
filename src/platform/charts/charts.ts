import { scaleLinear } from 'd3-scale'
import { stroke, text } from '../drawings/drawings.ts'
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
