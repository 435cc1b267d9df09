import type { Chart } from '../../platform/charts/charts.ts'
import type { WorkRegion, YearWork } from '../dashboards/dashboards.ts'

/** A chart before the page gives it its file's address. */
export type Drawing = Omit<Chart, 'csvHref'>

/** So many rows are drawn, so many stand in the page's table; the file has all. */
export const DRAWN_ROWS = 20
export const TABLE_ROWS = 100

export const nameOf = ({ name, isPaused }: WorkRegion): string => (isPaused ? `${name}（休止中）` : name)

/** 「図は20地域まで。全31地域は、表とCSVにあります。」 */
export function cutNote(rows: number, unit: string): string {
  if (rows <= DRAWN_ROWS) return ''
  const table = rows > TABLE_ROWS ? `、表は${TABLE_ROWS}${unit}` : ''
  return `図は${DRAWN_ROWS}${unit}${table}まで。全${rows}${unit}は、${table ? '' : '表と'}CSVにあります。`
}

export const notes = (...sentences: readonly string[]): { note?: string } => {
  const note = sentences.filter(Boolean).join('')
  return note ? { note } : {}
}

export const EMPTY = '採択を知らせた地域が、まだありません。'
export const regionsWord = ({ regions }: YearWork): string => `n＝${regions.length}地域`
export const column = (label: string, width = 12) => ({ label, width })
export const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)
