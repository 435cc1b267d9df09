import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { fullNameOf, type Organisation } from '../../people/organisations/organisations.ts'
import { eraYear } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'

interface Found {
  label: string
  href: string
  note: string
}
interface Section {
  id: string
  heading: string
  count: string
  rows: Found[]
  more: { label: string; href: string } | null
}

export interface SearchPage {
  action: string
  asked: string
  /** What is said when nothing is shown: nothing asked yet, or nothing found. */
  sentence: string | null
  sections: Section[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/search/show': SearchPage
  }
}

export interface SearchView {
  actor: Actor
  asked: string
  regions: { rows: readonly Region[]; hasMore: boolean }
  programmes: readonly Programme[]
  organisations: { rows: readonly Organisation[]; count: number }
  people: readonly { id: string; name: string; email: string; section: string; leftOn: string | null }[]
}

const regionRow = (r: Region, years: ReadonlyMap<string, string>): Found => ({
  label: r.name,
  href: paths.region(r.id),
  note: [r.isSample && '見本', years.get(r.programmeId), r.theme].filter(Boolean).join('・'),
})

const section = (id: string, heading: string, rows: Found[], hasMore = false): Section => ({
  id,
  heading,
  count: hasMore ? `はじめの${rows.length}件` : `${rows.length}件`,
  rows,
  more: null,
})

function organisationSection({ organisations, asked }: SearchView): Section {
  const rows = organisations.rows.map((o) => ({
    label: fullNameOf(o),
    href: paths.organisation(o.id),
    note: [o.kana, o.code].filter(Boolean).join('・'),
  }))
  const href = `${paths.organisations}?q=${encodeURIComponent(asked)}`
  const more = organisations.count > rows.length ? { label: `${organisations.count}件すべてを見る`, href } : null
  return { ...section('h-organisations', '団体', rows), count: `${organisations.count}件`, more }
}

function sectionsOf(view: SearchView): Section[] {
  const years = new Map(view.programmes.map((p) => [p.id, eraYear(p.fiscalYear)]))
  const found = view.programmes.filter((p) => p.name.includes(view.asked) || eraYear(p.fiscalYear).includes(view.asked))
  const people = view.people.map((p) => ({
    label: p.name,
    href: paths.account(p.id),
    note: [p.section, p.email, p.leftOn && '退任'].filter(Boolean).join('・'),
  }))
  const regions = view.regions.rows.map((r) => regionRow(r, years))
  return [
    section('h-regions', '地域', regions, view.regions.hasMore),
    section(
      'h-programmes',
      '年度事業',
      may(view.actor, 'programme.list')
        ? found.map((p) => ({ label: p.name, href: paths.programme(p.id), note: eraYear(p.fiscalYear) }))
        : [],
    ),
    organisationSection(view),
    section('h-people', '人', people),
  ].filter((one) => one.rows.length > 0)
}

const HINT = '地域の名前、よみ（ひらがな・カタカナ）、コード、都道府県、テーマの言葉でさがせます。'

export function searchPage(view: SearchView): SearchPage & PageBase {
  const { asked } = view
  const sections = asked ? sectionsOf(view) : []
  const none = `「${asked}」は見つかりませんでした。言葉を短くするか、ひらがなでお試しください。見られない地域は、ここには出ません。`
  return {
    title: asked ? `「${asked}」をさがす` : 'さがす',
    crumbs: [{ label: 'ホーム', href: paths.home }, { label: 'さがす' }],
    action: paths.search,
    asked,
    sentence: asked === '' ? HINT : sections.length === 0 ? none : null,
    sections,
  }
}
