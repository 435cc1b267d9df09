import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { organisationPaths as paths } from '../../paths/organisations.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { figureFacts, people } from '../figures/figures.ts'
import { type Filters, hrefOf } from './forms.ts'
import { BUREAUS, contactSeen, fullNameOf, ORGANISATION_KINDS, type Organisation } from './organisations.ts'

export const PER_PAGE = 50

interface Choice {
  value: string
  label: string
}
interface Fact {
  term: string
  text: string
  href?: string
  note?: string
}
interface Row {
  href: string
  code: string
  name: string
  kana: string
  kindLabel: string
  place: string
  figures: string
  isInvented: boolean
}

export interface OrganisationsPage {
  action: string
  filters: FormState
  kindChoices: Choice[]
  prefectureChoices: Choice[]
  found: string
  rows: Row[]
  emptyText: string
  resetHref: string
  figuresHref: string | null
  pager: { total: number; from: number; to: number; previousHref: string | null; nextHref: string | null }
}

export interface OrganisationPage {
  heading: string
  kana: string
  isInvented: boolean
  facts: Fact[]
  figures: Fact[]
  contacts: Fact[]
  children: Choice[]
  saveTo: string | null
  seen: string
  whoCan: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/organisations/index': OrganisationsPage
    'people/organisations/show': OrganisationPage
  }
}

const bureauOf = (o: Organisation) => (o.bureauCode ? BUREAUS[o.bureauCode] : '')

export function organisationsPage(view: {
  actor: Actor
  filters: Filters
  found: { rows: Organisation[]; count: number }
  prefectures: Organisation[]
}): OrganisationsPage {
  const { filters, found } = view
  const from = (filters.page - 1) * PER_PAGE
  return {
    action: paths.organisations,
    filters: { values: { q: filters.q, kind: filters.kind, prefecture: filters.prefecture }, errors: {} },
    kindChoices: Object.entries(ORGANISATION_KINDS).map(([value, label]) => ({ value, label })),
    prefectureChoices: view.prefectures.map((p) => ({
      value: p.prefectureCode ?? '',
      label: p.isInvented ? `${p.name}（見本）` : p.name,
    })),
    found: `${found.count.toLocaleString('ja-JP')}件`,
    rows: found.rows.map(rowOf),
    emptyText: 'この条件に合う団体はありません。名前の一部、よみ（かな・カナ）、コードの先頭の数字でさがせます。',
    resetHref: paths.organisations,
    figuresHref: may(view.actor, 'organisation.import') ? paths.figures : null,
    pager: {
      total: found.count,
      from: found.rows.length > 0 ? from + 1 : 0,
      to: from + found.rows.length,
      previousHref: filters.page > 1 ? hrefOf(filters, filters.page - 1) : null,
      nextHref:
        from + found.rows.length < found.count && found.rows.length > 0 ? hrefOf(filters, filters.page + 1) : null,
    },
  }
}

const rowOf = (o: Organisation): Row => ({
  href: paths.organisation(o.id),
  code: o.code ?? '',
  name: fullNameOf(o),
  kana: o.kana,
  kindLabel: ORGANISATION_KINDS[o.kind],
  place: bureauOf(o),
  figures: [o.population === null ? '' : people(o.population), o.agingRate === null ? '' : `${o.agingRate}％`]
    .filter(Boolean)
    .join('・'),
  isInvented: o.isInvented === 1,
})

export function organisationPage(view: {
  actor: Actor
  organisation: Organisation
  parent: Organisation | undefined
  children: Organisation[]
}): OrganisationPage {
  const { organisation: o } = view
  return {
    heading: fullNameOf(o),
    kana: o.kana,
    isInvented: o.isInvented === 1,
    facts: factsOf(o, view.parent),
    figures: o.kind === 'municipality' || o.population !== null ? figureFacts(o) : [],
    contacts: [
      { term: '担当部署', text: o.section ?? '' },
      { term: '共用のメールアドレス', text: o.mailbox ?? '' },
      { term: '電話', text: o.telephone ?? '' },
      { term: '職場のメールの@の後ろ', text: o.mailDomain ?? '' },
    ],
    children: view.children.map((child) => ({ value: paths.organisation(child.id), label: child.name })),
    saveTo: may(view.actor, 'organisation.edit') ? paths.organisation(o.id) : null,
    seen: contactSeen(o),
    whoCan: '連絡先を直せるのは、事務局と管理者です。',
  }
}

const factsOf = (o: Organisation, parent: Organisation | undefined): Fact[] => [
  { term: '種類', text: ORGANISATION_KINDS[o.kind] },
  ...(o.code ? [{ term: '全国地方公共団体コード', text: o.code }] : []),
  ...(o.prefectureName && o.kind !== 'prefecture' ? [{ term: '都道府県', text: o.prefectureName }] : []),
  ...(o.bureauCode && o.kind !== 'bureau' ? [{ term: '地方厚生（支）局', text: bureauOf(o) }] : []),
  ...(parent ? [{ term: '属する団体', text: fullNameOf(parent), href: paths.organisation(parent.id) }] : []),
]
