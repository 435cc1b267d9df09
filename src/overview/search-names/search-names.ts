import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { fullNameOf, type Organisation } from '../../people/organisations/organisations.ts'
import { eraYear } from '../../platform/time.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'

interface Named {
  label: string
  href: string
  note: string
}
export interface Section {
  id: string
  heading: string
  count: string
  rows: Named[]
  more: { label: string; href: string } | null
}

export interface NamesFound {
  regions: { rows: readonly Region[]; hasMore: boolean }
  organisations: { rows: readonly Organisation[]; count: number }
  people: readonly { id: string; name: string; email: string; section: string; leftOn: string | null }[]
}
interface NamesView extends NamesFound {
  actor: Actor
  typed: string
  programmes: readonly Programme[]
}

const section = (id: string, heading: string, rows: Named[], more: Section['more'] = null): Section => ({
  ...{ id, heading, rows, more },
  count: `${rows.length}件`,
})

const regionRow = (r: Region, years: ReadonlyMap<string, string>): Named => ({
  label: r.name,
  href: paths.region(r.id),
  note: [r.isSample && '見本', years.get(r.programmeId), r.theme].filter(Boolean).join('・'),
})

function organisationSection({ organisations, typed }: NamesView): Section {
  const rows = organisations.rows.map((o) => {
    return { label: fullNameOf(o), href: paths.organisation(o.id), note: [o.kana, o.code].filter(Boolean).join('・') }
  })
  const href = `${paths.organisations}?q=${encodeURIComponent(typed)}`
  const more = organisations.count > rows.length ? { label: `${organisations.count}件すべてを見る`, href } : null
  return { ...section('h-organisations', '団体', rows, more), count: `${organisations.count}件` }
}

/** What is called so, each kind under its heading. */
export function sectionsOf(view: NamesView): Section[] {
  const { typed } = view
  const years = new Map(view.programmes.map((p) => [p.id, eraYear(p.fiscalYear)]))
  const found = view.programmes.filter((p) => p.name.includes(typed) || eraYear(p.fiscalYear).includes(typed))
  const programmes = may(view.actor, 'programme.list') ? found : []
  const regions = section(
    'h-regions',
    '地域',
    view.regions.rows.map((r) => regionRow(r, years)),
  )
  const people = view.people.map((p) => {
    const note = [p.section, p.email, p.leftOn && '退任'].filter(Boolean).join('・')
    return { label: p.name, href: paths.account(p.id), note }
  })
  return [
    view.regions.hasMore ? { ...regions, count: `はじめの${regions.rows.length}件` } : regions,
    section(
      'h-programmes',
      '年度事業',
      programmes.map((p) => ({ label: p.name, href: paths.programme(p.id), note: eraYear(p.fiscalYear) })),
    ),
    organisationSection(view),
    section('h-people', '人', people),
  ].filter((one) => one.rows.length > 0)
}
