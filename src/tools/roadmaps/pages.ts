import { paths } from '../../paths/paths.ts'
import { eraShort } from '../../platform/time.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import type { Month } from '../journey-months/journey-months.ts'
import { type Deed, type Grid, gridOf, LENGTHS, ORIGINS, STEPS, type Step, whenWords } from './roadmaps.ts'

export interface RoadmapPage {
  around: RegionFrame
  heading: string
  lengths: { label: string; href: string; isNow: boolean }[]
  steps: { label: string; href: string; isNow: boolean }[]
  years: { label: string; columns: number }[]
  columns: string[]
  rows: {
    what: string
    who: string
    when: string
    how: string
    from: string
    cells: ('' | 'on' | 'vague')[]
    place: string
  }[]
  sources: { label: string; href: string }[]
  papersHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/roadmaps/show': RoadmapPage
  }
}

export interface Asked {
  length: number
  step: Step
}

function cellsOf(deed: Deed, grid: Grid): ('' | 'on' | 'vague')[] {
  const { span } = deed
  return grid.columns.map(({ first, last }) => {
    if (!span || span.last < first || span.first > last) return ''
    return deed.isVague ? 'vague' : 'on'
  })
}

/** Where a bar can't be: said in words in the row. */
function placeOf(deed: Deed, grid: Grid): string {
  if (!deed.span) return deed.when ? '年と月で書くと、棒で示せます' : '時期は未定'
  const [first, last] = [grid.columns[0]?.first ?? 0, grid.columns.at(-1)?.last ?? 0]
  if (deed.span.first > last) return 'この先'
  return deed.span.last < first ? 'すでに過ぎた時期' : ''
}

const fiscalYear = (month: Month): number => Math.floor((month - 3) / 12)

function yearsOf(grid: Grid): RoadmapPage['years'] {
  const years: { label: string; columns: number }[] = []
  for (const { first } of grid.columns) {
    const label = `${eraShort(fiscalYear(first))}年度`
    const last = years.at(-1)
    if (last?.label === label) last.columns++
    else years.push({ label, columns: 1 })
  }
  return years
}

export function roadmapPage(given: {
  around: RegionFrame
  regionId: string
  deeds: readonly Deed[]
  now: Month
  asked: Asked
}): RoadmapPage {
  const { regionId, asked, around } = given
  const grid = gridOf(given.now, asked)
  const href = (next: Partial<Asked>) => {
    const { length, step } = { ...asked, ...next }
    return `${paths.roadmap(regionId)}?length=${length}&step=${step}`
  }
  return {
    around,
    heading: 'ロードマップ',
    lengths: LENGTHS.map((length) => ({
      label: `${length}か月`,
      href: href({ length }),
      isNow: length === asked.length,
    })),
    steps: Object.entries(STEPS).map(([step, label]) => ({
      label,
      href: href({ step: step as Step }),
      isNow: step === asked.step,
    })),
    years: yearsOf(grid),
    columns: grid.columns.map((column) => column.label),
    rows: given.deeds.map((deed) => ({
      ...{ what: deed.what, who: deed.who, when: whenWords(deed), how: deed.how, from: ORIGINS[deed.from] },
      cells: cellsOf(deed, grid),
      place: placeOf(deed, grid),
    })),
    papersHref: paths.finishedPapers(regionId),
    sources: [
      { label: 'まとめの「今後について」', href: paths.sheet(regionId, 'closing') },
      { label: 'ロジックモデルのアクティビティ', href: paths.logicModel(regionId) },
    ],
  }
}
