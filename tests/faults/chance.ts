/** Chance that comes out the same for the same seed (mulberry32). */
export interface Chance {
  (): number
  below(n: number): number
  of<T>(list: readonly T[]): T
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return Object.assign(next, { below, of: <T>(list: readonly T[]) => list[below(list.length)] as T })
}
