import type { Actor } from '../../access/actor.ts'
import { CIRCLES } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { Happening } from '../../people/history/history.ts'
import { clock, dayOf, wareki } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { inWords } from '../happenings/happenings.ts'

export const PER_PAGE = 50

interface Day {
  label: string
  rows: { at: string; text: string; note?: string }[]
}

export interface HistoryPage {
  around: RegionFrame
  days: Day[]
  pager: { total: number; from: number; to: number; previousHref: string | null; nextHref: string | null }
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/region-history/index': HistoryPage
  }
}

interface HistoryView {
  actor: Actor
  region: Region
  happenings: readonly Happening[]
  total: number
  page: number
}

export function historyPage({ actor, region, happenings, total, page }: HistoryView): HistoryPage {
  const days: Day[] = []
  for (const h of happenings) {
    const label = wareki(dayOf(h.at))
    const note = h.circle === 'region' ? {} : { note: `読む人：${CIRCLES[h.circle]}` }
    const row = { at: clock(h.at), text: inWords(h), ...note }
    const last = days.at(-1)
    if (last?.label === label) last.rows.push(row)
    else days.push({ label, rows: [row] })
  }
  const first = (page - 1) * PER_PAGE
  const at = (n: number) => `${paths.regionHistory(region.id)}${n > 1 ? `?page=${n}` : ''}`
  return {
    around: regionFrame(actor, region, 'history'),
    days,
    pager: {
      total,
      from: total === 0 ? 0 : first + 1,
      to: Math.min(first + PER_PAGE, total),
      previousHref: page > 1 ? at(page - 1) : null,
      nextHref: first + PER_PAGE < total ? at(page + 1) : null,
    },
  }
}
