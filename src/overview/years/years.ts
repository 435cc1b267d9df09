import { BUREAUS, SIZE_BANDS } from '../../people/organisations/organisations.ts'
import { SCENES } from '../../programme/regions/regions.ts'

/** Selected regions that are alike in all this, counted by the database: bounded, however many regions there are. */
export interface Group {
  fiscalYear: number
  /** 「21」; null where a region names no prefecture. */
  prefectureCode: string | null
  isInvented: boolean
  bureauCode: string | null
  /** A key of SIZE_BANDS, 'led' where the prefecture leads, null where a population is unknown. */
  band: string | null
  n: number
}

/** Regions that chose the same 場面, which may be several. */
export interface SceneGroup extends Pick<Group, 'fiscalYear' | 'isInvented' | 'n'> {
  scenes: string[]
}

export interface Prefecture {
  code: string
  name: string
  isInvented: boolean
}

export interface YearsData {
  groups: Group[]
  scenes: SceneGroup[]
  prefectures: Prefecture[]
}

export interface Span {
  from: number
  to: number
}

const within = ({ from, to }: Span, { fiscalYear }: { fiscalYear: number }) => fiscalYear >= from && fiscalYear <= to

const yearsIn = (groups: readonly Group[]): number[] =>
  [...new Set(groups.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)

/** What was asked for, kept inside the years there are; turned round when it was the wrong way. */
export function spanOf(years: readonly number[], asked: { from?: string; to?: string }): Span {
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0]
  const yearIn = (text: string | undefined, otherwise: number) => {
    const year = Number(text)
    return years.includes(year) ? year : otherwise
  }
  const [from, to] = [yearIn(asked.from, first), yearIn(asked.to, last)]
  return from <= to ? { from, to } : { from: to, to: from }
}

export interface Counted {
  label: string
  n: number
}

/** Everything the page draws. Invented prefectures (the demonstration's) are never on the map nor among the 47. */
export interface Years {
  span: Span
  years: number[]
  /** Only invented ones are there: their numbers are shown, and said to be the demonstration's. */
  isDemonstration: boolean
  total: number
  byPrefecture: { code: string; name: string; n: number; byYear: number[] }[]
  invented: Counted[]
  /** Prefectures that took part in no year at all, whatever years were chosen. */
  never: Prefecture[]
  byYear: Counted[]
  byBureau: Counted[]
  byBand: Counted[]
  byScene: Counted[]
}

const sum = <G extends { n: number }>(groups: readonly G[], fits: (group: G) => boolean = () => true): number =>
  groups.reduce((all, group) => all + (fits(group) ? group.n : 0), 0)

const range = ({ from, to }: Span): number[] =>
  from === 0 ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i)

const BANDS = [
  ...SIZE_BANDS.map(({ key, label }) => [key, label, true] as const),
  ['led', '県が主導', false] as const,
  [null, '人口が分からない', false] as const,
]

/** One pass over the groups: a large folder has thousands of them. */
function prefectureCounts(chosen: readonly Group[], prefectures: readonly Prefecture[], span: Span) {
  const found = new Map<string, number>()
  for (const { prefectureCode, fiscalYear, n } of chosen) {
    const key = `${prefectureCode} ${fiscalYear}`
    found.set(key, (found.get(key) ?? 0) + n)
  }
  return prefectures.map(({ code, name }) => {
    const byYear = range(span).map((year) => found.get(`${code} ${year}`) ?? 0)
    return { code, name, n: byYear.reduce((all, n) => all + n, 0), byYear }
  })
}

function bureauCounts(chosen: readonly Group[]): Counted[] {
  const rows = Object.entries(BUREAUS).map(([code, label]) => ({
    label,
    n: sum(chosen, ({ bureauCode }) => bureauCode === code),
  }))
  const unknown = sum(chosen, ({ bureauCode }) => bureauCode === null)
  return unknown > 0 ? [...rows, { label: '分からない', n: unknown }] : rows
}

/** Bands always; what is none of them only where there is some. */
const bandCounts = (chosen: readonly Group[]): Counted[] =>
  BANDS.map(([key, label, always]) => ({ label, always, n: sum(chosen, ({ band }) => band === key) }))
    .filter(({ always, n }) => always || n > 0)
    .map(({ label, n }) => ({ label, n }))

export function yearsOf(data: YearsData, asked: { from?: string; to?: string }): Years {
  const isDemonstration = data.groups.length > 0 && data.groups.every(({ isInvented }) => isInvented)
  const counts = <G extends { isInvented: boolean }>(groups: readonly G[]) =>
    groups.filter(({ isInvented }) => isInvented === isDemonstration)
  const all = counts(data.groups)
  const years = yearsIn(all)
  const span = spanOf(years, asked)
  const chosen = all.filter((group) => within(span, group))
  const scenes = counts(data.scenes).filter((group) => within(span, group))
  const [real, invented] = [false, true].map((is) => data.prefectures.filter(({ isInvented }) => isInvented === is))
  const taken = new Set(data.groups.map(({ prefectureCode }) => prefectureCode))
  return {
    ...{ span, years, isDemonstration, total: sum(chosen) },
    byPrefecture: prefectureCounts(chosen, real ?? [], span),
    invented: isDemonstration
      ? prefectureCounts(chosen, invented ?? [], span).map(({ name, n }) => ({ label: name, n }))
      : [],
    never: (real ?? []).filter(({ code }) => !taken.has(code)),
    byYear: range(span).map((year) => ({ label: String(year), n: sum(chosen, (g) => g.fiscalYear === year) })),
    byBureau: bureauCounts(chosen),
    byBand: bandCounts(chosen),
    byScene: Object.entries(SCENES).map(([code, label]) => ({ label, n: sum(scenes, (g) => g.scenes.includes(code)) })),
  }
}
