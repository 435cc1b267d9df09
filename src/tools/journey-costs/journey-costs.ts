import { emsOf } from '../../platform/wrapping/wrapping.ts'
import type { Case } from '../journeys/journeys.ts'

export const COST_HEIGHT = 28

export interface Bar {
  x: number
  width: number
  height: number
  /** '' where there is no room for it beside a higher one. */
  label: string
}

interface CostScale {
  x(month: number): number
  perMonth: number
  /** The highest of all cases: bars of one picture can be compared. */
  topCost: number
}

export function costsOf({ moments }: Case): { month: number; yen: number }[] {
  const sums = new Map<number, number>()
  for (const { month, yen } of moments) if (yen) sums.set(month, (sums.get(month) ?? 0) + yen)
  return [...sums].map(([month, yen]) => ({ month, yen }))
}

/** Every bar is drawn; the highest are labelled first, and a label that would meet another one is left out. */
export function barsOf(one: Case, scale: CostScale): Bar[] {
  const width = Math.min(16, Math.max(3, scale.perMonth * 0.7))
  const taken: [number, number][] = []
  const bars = costsOf(one)
    .sort((a, b) => b.yen - a.yen)
    .map(({ month, yen }) => {
      const [x, text] = [scale.x(month), yenWords(yen)]
      const half = (emsOf(text) * 11) / 2 + 3
      const isFree = taken.every(([from, to]) => x + half < from || x - half > to)
      if (isFree) taken.push([x - half, x + half])
      return { x, width, height: Math.max(2, (yen / scale.topCost) * COST_HEIGHT), label: isFree ? text : '' }
    })
  return bars.sort((a, b) => a.x - b.x)
}

/** 12万円, 8,500円 */
export const yenWords = (yen: number): string =>
  yen >= 10_000 ? `${(Math.round(yen / 1000) / 10).toLocaleString('ja-JP')}万円` : `${yen.toLocaleString('ja-JP')}円`
