/** The same numbers for the same seed (mulberry32), so that a failing case can be met again. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A die with as many sides as it is asked for: 0 to sides - 1. */
export function dice(seed: number): (sides: number) => number {
  const next = chanceOf(seed)
  return (sides) => Math.floor(next() * sides)
}
