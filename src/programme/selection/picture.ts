/** Geometry of one criterion's dots on a scale from 1 to 5, in a box of 100 × 28. */
export interface Dots {
  ticks: number[]
  dots: { x: number; y: number }[]
  /** Path of the triangle under the average. */
  mean: string
}

const LEFT = 8
const WIDTH = 84
const BASE = 21.5
const xOf = (points: number): number => LEFT + ((points - 1) / 4) * WIDTH

/** Equal points stand on top of one another. */
export function dotsOf(points: readonly number[], average: number): Dots {
  const stacked = new Map<number, number>()
  const dots = points.map((p) => {
    const height = stacked.get(p) ?? 0
    stacked.set(p, height + 1)
    return { x: xOf(p), y: BASE - 5 - Math.min(height, 2) * 6 }
  })
  const x = xOf(average)
  return { ticks: [1, 2, 3, 4, 5].map(xOf), dots, mean: `M${x} ${BASE + 1}l3.5 5.5h-7z` }
}
