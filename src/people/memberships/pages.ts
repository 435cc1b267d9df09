import { type Actor, ROLES, type Role } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { Crumb, PageBase } from '../../platform/web/reply.ts'
import type { Person } from '../accounts/accounts.ts'
import { fullNameOf, ORGANISATION_KINDS, type Organisation } from '../organisations/organisations.ts'
import { ORGANISATION_CHOICES } from './forms.ts'
import { mayGrant, type Places, TERMS } from './memberships.ts'

interface Option {
  value: string
  label: string
  group?: string
}

export interface OrganisationPick {
  q: string
  searchTo: string
  results: { name: string; note: string; href: string }[]
  countWords: string
  addTo: string
  back: string
  kinds: Option[]
  form: FormState
}
export interface MembershipFormPage {
  heading: string
  lead: string
  /** First the organisation, then the rest: one question at a time. */
  pick: OrganisationPick | null
  chosen: { id: string; name: string; changeHref: string } | null
  asksPerson: boolean
  form: FormState
  roles: Option[]
  places: Option[]
  terms: Option[]
  saveTo: string
  saveLabel: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/memberships/form': MembershipFormPage
  }
}

export interface MembershipView {
  actor: Actor
  /** Null: somebody new is invited. */
  person: Person | null
  organisation: Organisation | undefined
  q: string
  found: { rows: readonly Organisation[]; count: number }
  places: Places
  form?: FormState
}

const options = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const placeOptions = (places: Places): Option[] => [
  { value: '', label: '組織の立場として（範囲を限らない）' },
  ...places.programmes.map((p) => ({ value: `programme:${p.id}`, label: p.name, group: '年度事業' })),
  ...places.regions.map((r) => ({ value: `region:${r.id}`, label: r.name, group: '地域' })),
]

/** Roles somebody may give here at all; the place is judged when the form is sent. */
function roleOptions({ actor, organisation, places }: MembershipView): Option[] {
  const spots = [
    { programmeId: null, regionId: null },
    ...places.programmes.map((p) => ({ programmeId: p.id, regionId: null })),
    ...places.regions.map((r) => ({ programmeId: null, regionId: r.id })),
  ]
  const organisationId = organisation?.id ?? ''
  const may = (role: Role) => spots.some((spot) => mayGrant(actor, role, { ...spot, organisationId }, places))
  return options(ROLES).filter(({ value }) => may(value as Role))
}

const picked = (view: MembershipView, here: string): OrganisationPick => ({
  q: view.q,
  searchTo: here,
  results: view.found.rows.map((o) => ({
    name: fullNameOf(o),
    note: ORGANISATION_KINDS[o.kind],
    href: `${here}?organisation=${o.id}`,
  })),
  countWords: view.q
    ? `${view.found.count.toLocaleString('ja-JP')}件${view.found.count > view.found.rows.length ? `（はじめの${view.found.rows.length}件）` : ''}`
    : 'あなたの組織',
  addTo: paths.organisationForInvitation,
  back: here,
  kinds: options(ORGANISATION_CHOICES),
  form: view.form ?? emptyForm(),
})

export function membershipFormPage(view: MembershipView): MembershipFormPage & PageBase {
  const { person, organisation } = view
  const here = person ? paths.accountMemberships(person.id) : paths.newInvitation
  const heading = person ? `${person.name}さんに役割を加える` : '人を招く'
  const above: Crumb[] = person ? [{ label: person.name, href: paths.account(person.id) }] : []
  return {
    title: heading,
    crumbs: [
      { label: 'ホーム', href: paths.home },
      { label: '名簿', href: paths.accounts },
      ...above,
      { label: heading },
    ],
    heading,
    lead: organisation ? '役割と期間を決めてください。' : 'まず、どの組織の人かを選んでください。',
    pick: organisation ? null : picked(view, here),
    chosen: organisation ? { id: organisation.id, name: fullNameOf(organisation), changeHref: here } : null,
    asksPerson: person === null,
    form: view.form ?? emptyForm({ term: 'open' }),
    roles: roleOptions(view),
    places: placeOptions(view.places),
    terms: options(TERMS),
    saveTo: here,
    saveLabel: person ? '役割を加える（本人にメールが届きます）' : '招く（本人にメールが届きます）',
  }
}
