import { BUREAUS, SIZE_BANDS } from '../../people/organisations/organisations.ts'
import { SCENES, type Scene } from '../../programme/regions/regions.ts'

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
  /** Of the n, how many name each 場面; one may name several. */
  scenes: Record<Scene, number>
}

export interface Prefecture {
  code: string
  name: string
  isInvented: boolean
}

export interface YearsData {
  groups: Group[]
  prefectures: Prefecture[]
}

export interface Span {
  from: number
  to: number
}

const within = ({ from, to }: Span, { fiscalYear }: { fiscalYear: number }) => fiscalYear >= from && fiscalYear <= to

export const yearsIn = ({ groups }: YearsData): number[] =>
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

const sum = (groups: readonly Group[], fits: (group: Group) => boolean = () => true): number =>
  groups.reduce((all, group) => all + (fits(group) ? group.n : 0), 0)

const range = ({ from, to }: Span): number[] =>
  from === 0 ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i)

const BANDS = [
  ...SIZE_BANDS.map(({ key, label }) => [key, label] as const),
  ['led', '県が主導'] as const,
  [null, '人口が分からない'] as const,
]

const withoutNone = (rows: Counted[], keep: readonly string[] = []): Counted[] =>
  rows.filter(({ label, n }) => n > 0 || keep.includes(label))

export function yearsOf(data: YearsData, asked: { from?: string; to?: string }): Years {
  const isDemonstration = data.groups.length > 0 && data.groups.every(({ isInvented }) => isInvented)
  const all = data.groups.filter(({ isInvented }) => isInvented === isDemonstration)
  const years = yearsIn({ ...data, groups: all })
  const span = spanOf(years, asked)
  const chosen = all.filter((group) => within(span, group))
  const real = data.prefectures.filter(({ isInvented }) => !isInvented)
  const own = (code: string) => chosen.filter((one) => !one.isInvented && one.prefectureCode === code)
  const bureaus = Object.entries(BUREAUS).map(([code, label]) => ({
    label,
    n: sum(chosen, (g) => g.bureauCode === code),
  }))
  return {
    ...{ span, years, isDemonstration, total: sum(chosen) },
    byPrefecture: real.map(({ code, name }) => ({
      ...{ code, name, n: sum(own(code)) },
      byYear: range(span).map((year) => sum(own(code), ({ fiscalYear }) => fiscalYear === year)),
    })),
    invented: isDemonstration
      ? data.prefectures
          .filter(({ isInvented }) => isInvented)
          .map(({ code, name }) => ({ label: name, n: sum(chosen, (g) => g.prefectureCode === code) }))
      : [],
    never: real.filter(({ code }) => !data.groups.some((g) => !g.isInvented && g.prefectureCode === code)),
    byYear: range(span).map((year) => ({ label: String(year), n: sum(chosen, (g) => g.fiscalYear === year) })),
    byBureau: [...bureaus, ...withoutNone([{ label: '分からない', n: sum(chosen, (g) => g.bureauCode === null) }])],
    byBand: BANDS.map(([key, label]) => ({ label, n: sum(chosen, (g) => g.band === key) })).filter(
      ({ label, n }) => n > 0 || SIZE_BANDS.some((band) => band.label === label),
    ),
    byScene: Object.entries(SCENES).map(([code, label]) => ({
      ...{ label, n: chosen.reduce((all, one) => all + one.scenes[code as Scene], 0) },
    })),
  }
}
