import type { BureauCode } from '../../people/organisations/organisations.ts'

/** One received entry, as it is laid beside the others. */
export interface Candidate {
  regionId: string
  name: string
  /** 県名・共同・県主導 */
  note: string
  population: number | null
  band: string | null
  isSmall: boolean
  bureauCode: BureauCode | null
  bureau: string
  scenes: string[]
  theme: string
  typicalCase: string
  team: { label: string; has: boolean | null }[]
  filled: { filled: number; of: number }
  questions: string[]
}

export interface Warning {
  id: 'E4' | 'E5'
  text: string
}

/** Chosen candidates that share an area of a 地方厚生（支）局, by area (R4: in principle none). */
export function overlapsOf(chosen: readonly Candidate[]): { bureau: string; regionIds: string[]; names: string[] }[] {
  const byBureau = new Map<string, Candidate[]>()
  for (const c of chosen) if (c.bureauCode) byBureau.set(c.bureau, [...(byBureau.get(c.bureau) ?? []), c])
  return [...byBureau]
    .filter(([, list]) => list.length > 1)
    .map(([bureau, list]) => ({ bureau, regionIds: list.map((c) => c.regionId), names: list.map((c) => c.name) }))
}

const NAMED = 10

/** 「みどり町、ほしみ市」; a long list ends with how many more there are. */
export const namesOf = (names: readonly string[], between = '、'): string =>
  names.slice(0, NAMED).join(between) + (names.length > NAMED ? `ほか${names.length - NAMED}件` : '')

/** E4 and E5: asked for a reason, never blocking. */
export function warningsOf(chosen: readonly Candidate[], capacity: number): Warning[] {
  const overlaps = overlapsOf(chosen).map(
    ({ bureau, names }): Warning => ({
      id: 'E4',
      text: `${namesOf(names, 'と')}が、${names.length > 2 ? 'いずれも' : 'どちらも'}${bureau}の地域です。原則として重ねませんが、理由があれば進められます。`,
    }),
  )
  if (chosen.length <= capacity) return overlaps
  return [...overlaps, { id: 'E5', text: `募集は${capacity}地域ですが、${chosen.length}地域を選んでいます。` }]
}

const tally = (words: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, n]) => `${word} ${n}`).join('、') || '—'
}

/** How the chosen ones spread: areas, sizes, scenes. */
export function balanceOf(chosen: readonly Candidate[]): { term: string; text: string }[] {
  const areas = new Set(chosen.map((c) => c.bureau))
  const doubled = overlapsOf(chosen).length
  return [
    { term: '厚生局', text: `${areas.size}か所${doubled > 0 ? `（${doubled}つ重なり）` : ''}` },
    { term: '規模', text: tally(chosen.flatMap((c) => (c.band ? [c.band] : []))) },
    { term: '場面', text: tally(chosen.flatMap((c) => c.scenes)) },
    { term: '小規模', text: `${chosen.filter((c) => c.isSmall).length}件` },
  ]
}

/** Name of a candidate's box in the comparison's form. */
export const pickName = (regionId: string): string => `pick-${regionId}`
export const isPicked = (given: Record<string, unknown>, regionId: string): boolean =>
  [given[pickName(regionId)]].flat().at(-1) === '1'

/** So many entries stand side by side. */
const SIDE_BY_SIDE = 20

export interface Turn {
  words: string
  /** Boxes of those chosen on the other pages: they go along. */
  kept: string[]
  previous: number | null
  next: number | null
}

/** One page of the comparison; no turning where all stand side by side. */
export function turnOf(
  all: readonly Candidate[],
  pickedIds: readonly string[],
  asked: number,
): { shown: readonly Candidate[]; turn: Turn | null } {
  if (all.length <= SIDE_BY_SIDE) return { shown: all, turn: null }
  const at = Math.min(Math.max(asked, 1), Math.ceil(all.length / SIDE_BY_SIDE))
  const from = (at - 1) * SIDE_BY_SIDE
  const shown = all.slice(from, from + SIDE_BY_SIDE)
  const here = new Set(shown.map((c) => c.regionId))
  const turn = {
    words: `${all.length}件のうち ${from + 1}–${from + shown.length}`,
    kept: pickedIds.filter((id) => !here.has(id)).map(pickName),
    previous: at > 1 ? at - 1 : null,
    next: from + shown.length < all.length ? at + 1 : null,
  }
  return { shown, turn }
}
