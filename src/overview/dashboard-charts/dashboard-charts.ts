import type { Chart } from '../../platform/charts/charts.ts'
import type { WorkRegion, YearWork } from '../dashboards/dashboards.ts'

/** A chart before the page gives it its file's address. */
export type Drawing = Omit<Chart, 'csvHref'>

/** So many rows are drawn; the table and the file have all. */
export const DRAWN_ROWS = 20

export const nameOf = ({ name, isPaused }: WorkRegion): string => (isPaused ? `${name}（休止中）` : name)

/** 「はじめの20地域を描いています。…」 */
export const cutNote = (rows: number, unit: string): string =>
  rows > DRAWN_ROWS ? `図は${DRAWN_ROWS}${unit}まで。全${rows}${unit}は、表とCSVにあります。` : ''

export const notes = (...sentences: readonly string[]): { note?: string } => {
  const note = sentences.filter(Boolean).join('')
  return note ? { note } : {}
}

export const EMPTY = '採択を知らせた地域が、まだありません。'
export const regionsWord = ({ regions }: YearWork): string => `n＝${regions.length}地域`
export const column = (label: string, width = 12) => ({ label, width })
export const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)
