import { eraYear } from '../../platform/time.ts'
import { SCENES } from '../../programme/regions/regions.ts'
import type { Filters } from '../search-hits/search-hits.ts'
import { TEXT_KINDS } from '../search-index/search-index.ts'

interface Option {
  value: string
  label: string
  isPicked: boolean
}

/** One way to narrow a search, as a select; none where there is nothing to choose. */
export interface Choice {
  name: keyof Filters
  label: string
  options: Option[]
}

export interface ChoicesGiven {
  filters: Filters
  years: readonly number[]
  regions: readonly { id: string; name: string }[]
  prefectures: readonly { id: string; name: string }[]
}

const optionsOf = (pairs: readonly (readonly [string, string])[], picked: string | null): Option[] =>
  pairs.map(([value, label]) => ({ value, label, isPicked: value === picked }))

export function choicesOf({ filters, years, regions, prefectures }: ChoicesGiven): Choice[] {
  const named = (list: ChoicesGiven['regions']) => list.map(({ id, name }) => [id, name] as const)
  const yearPairs = [...new Set(years)].map((year) => [String(year), eraYear(year)] as const)
  const lists: [keyof Filters, string, readonly (readonly [string, string])[]][] = [
    ['kind', '何から', Object.entries(TEXT_KINDS)],
    ['year', '年度', yearPairs],
    ['region', '地域', named(regions)],
    ['scene', '場面', Object.entries(SCENES)],
    ['prefecture', '都道府県', named(prefectures)],
  ]
  return lists
    .filter(([name, , pairs]) => pairs.length > 1 || filters[name] !== null)
    .map(([name, label, pairs]) => ({ name, label, options: optionsOf(pairs, filters[name]) }))
}
