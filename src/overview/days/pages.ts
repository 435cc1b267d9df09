import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs, type Step } from '../../programme/programmes/programmes.ts'

export const PER_PAGE = 50

/** 地域と日にち: what advisors see of the year's other regions. */
export interface DaysPage {
  heading: string
  total: number
  pager: { total: number; from: number; to: number; previousHref: string | null; nextHref: string | null } | null
  columns: { label: string; full: string }[]
  rows: { name: string; href: string | null; days: { label: string; on: string }[] }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/days/show': DaysPage
  }
}

interface Named {
  regions: readonly { id: string; name: string }[]
  days: readonly { regionId: string | null; stepId: string | null; heldOn: string | null }[]
  at: number
  total: number
}

function pagerOf(p: Programme, { at, total, regions }: Named): DaysPage['pager'] {
  if (total <= PER_PAGE) return null
  const from = (at - 1) * PER_PAGE
  const to = from + regions.length
  const href = (page: number) => `${paths.programmeDays(p.id)}?page=${page}`
  return {
    total,
    from: from + 1,
    to,
    previousHref: at > 1 ? href(at - 1) : null,
    nextHref: to < total ? href(at + 1) : null,
  }
}

/** Every region of the year by name and day; the actor's own ones are links. */
export function daysPage(actor: Actor, p: Programme, steps: readonly Step[], named: Named): DaysPage & PageBase {
  const own = new Set(actor.memberships.map((m) => m.regionId))
  const columns = steps.filter((s) => s.level === 'region')
  const dayIn = (regionId: string, stepId: string) =>
    named.days.find((d) => d.regionId === regionId && d.stepId === stepId)?.heldOn ?? null
  return {
    title: `地域と日にち：${p.name}`,
    crumbs: programmeCrumbs(p, { label: '地域と日にち' }),
    heading: '地域と日にち',
    total: named.total,
    pager: pagerOf(p, named),
    columns: columns.map((s) => ({ label: s.shortLabel, full: s.label })),
    rows: named.regions.map(({ id, name }) => ({
      name,
      href: own.has(id) ? paths.region(id) : null,
      days: columns.map((step) => {
        const day = dayIn(id, step.id)
        return { label: step.label, on: day ? warekiShort(day) : '—' }
      }),
    })),
  }
}
