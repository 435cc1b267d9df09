import { paths } from '../../paths/paths.ts'
import { eraFiscalYear } from '../../platform/time.ts'
import { regionWord } from '../regions/regions.ts'
import type { FoundRegion } from './store.ts'

export const PER_PAGE = 50

interface Row {
  href: string
  name: string
  prefecture: string
  programme: string
  state: string
  theme: string
}

export interface RegionsPage {
  action: string
  typed: string
  rows: Row[]
  emptyText: string
  resetHref: string | null
  yearsHref: string | null
  pager: { total: number; from: number; to: number; previousHref: string | null; nextHref: string | null }
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/region-list/index': RegionsPage
  }
}

const at = (q: string, page: number) => {
  const query = new URLSearchParams({ ...(q && { q }), ...(page > 1 && { page: String(page) }) }).toString()
  return query ? `${paths.regions}?${query}` : paths.regions
}

export function regionsPage(
  found: { rows: FoundRegion[]; count: number },
  asked: { q: string; page: number; yearsHref: string | null },
): RegionsPage {
  const { q, page, yearsHref } = asked
  const first = (page - 1) * PER_PAGE
  return {
    action: paths.regions,
    typed: q,
    rows: found.rows.map(({ region, prefectureName, programmeName, fiscalYear }) => ({
      href: paths.region(region.id),
      name: region.name,
      prefecture: prefectureName ?? '',
      programme: region.isSample ? `${eraFiscalYear(fiscalYear)}の見本` : programmeName,
      state: regionWord(region),
      theme: region.theme,
    })),
    emptyText: q
      ? `「${q}」に合う地域は見つかりませんでした。名前の一部、よみ、コードの先頭の数字でさがせます。`
      : 'まだ地域がありません。エントリーが始まると、ここに並びます。',
    resetHref: q ? paths.regions : null,
    yearsHref,
    pager: {
      total: found.count,
      from: found.count === 0 ? 0 : first + 1,
      to: Math.min(first + PER_PAGE, found.count),
      previousHref: page > 1 ? at(q, page - 1) : null,
      nextHref: first + PER_PAGE < found.count ? at(q, page + 1) : null,
    },
  }
}
