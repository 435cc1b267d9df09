import { type Actor, ROLES } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, today, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { isInForce, mayGrant, type Places } from '../memberships/memberships.ts'
import type { NamedMembership, Person } from './accounts.ts'

interface RoleRow {
  role: string
  organisation: string
  place: string
  term: string
  endTo: string | null
}
export interface AccountPage {
  name: string
  facts: { term: string; text: string }[]
  roles: RoleRow[]
  past: RoleRow[]
  addRoleHref: string | null
  transferHref: string | null
  inviteAgainTo: string | null
  endSignInsTo: string | null
  administrator: { to: string; label: string; value: string } | null
  leaveTo: string | null
  returnTo: string | null
  note: string | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/accounts/show': AccountPage
  }
}

const crumbs = [{ label: 'ホーム', href: paths.home }]

export interface AccountView {
  actor: Actor
  person: Person
  memberships: readonly NamedMembership[]
  places: Places
  lastSeenAt: string | null
  signedInNow: number
  now: Date
}

function roleRow(view: AccountView, m: NamedMembership): RoleRow {
  const { actor, person, places, now } = view
  const place =
    places.regions.find((r) => r.id === m.regionId)?.name ?? places.programmes.find((p) => p.id === m.programmeId)?.name
  const bound = m.regionId ? '1つの地域' : m.programmeId ? '1つの年度事業' : '組織の立場として'
  const open = m.toOn === null || m.toOn > today(now)
  return {
    role: ROLES[m.role] + (m.title ? `・${m.title}` : ''),
    organisation: m.organisationName,
    place: place ?? bound,
    term: `${warekiShort(m.fromOn)}から${m.toOn ? `${warekiShort(m.toOn)}まで` : ''}`,
    endTo: open && mayGrant(actor, m.role, m, places) ? paths.accountMembershipEnd(person.id, m.id) : null,
  }
}

export function accountPage(view: AccountView): AccountPage & PageBase {
  const { actor, person, memberships, lastSeenAt, signedInNow } = view
  const administers = may(actor, 'account.administer')
  const here = person.leftOn === null
  const inForce = (m: NamedMembership) => here && (isInForce(m, today(view.now)) || m.fromOn > today(view.now))
  const seen = lastSeenAt ? `${warekiShort(dayOf(lastSeenAt))} ${clock(lastSeenAt)}` : 'まだ一度も入っていません'
  const flag = person.isAdministrator
    ? { label: '管理担当を外す', value: '0' }
    : { label: '管理担当者にする', value: '1' }
  return {
    title: person.name,
    crumbs: [...crumbs, { label: '名簿', href: paths.accounts }, { label: person.name }],
    name: person.name,
    facts: [
      { term: 'ふりがな', text: person.kana },
      { term: 'メールアドレス', text: person.email },
      { term: '部署', text: person.section },
      { term: '電話番号', text: person.telephone },
      { term: '最後に使った時', text: seen },
      ...(person.isAdministrator ? [{ term: '管理担当者', text: 'はい' }] : []),
      ...(person.leftOn ? [{ term: '離れた日', text: warekiShort(person.leftOn) }] : []),
    ],
    roles: memberships.filter(inForce).map((m) => roleRow(view, m)),
    past: memberships.filter((m) => !inForce(m)).map((m) => ({ ...roleRow(view, m), endTo: null })),
    transferHref: here ? paths.transfer(person.id) : null,
    addRoleHref: here ? paths.accountMemberships(person.id) : null,
    inviteAgainTo: here && lastSeenAt === null ? paths.accountInvitation(person.id) : null,
    endSignInsTo: administers && signedInNow > 0 ? paths.accountSignInsEnd(person.id) : null,
    administrator: administers && here ? { ...flag, to: paths.accountAdministrator(person.id) } : null,
    leaveTo: administers && here ? paths.accountLeaving(person.id) : null,
    returnTo: administers && !here ? paths.accountReturn(person.id) : null,
    note: administers ? null : '離れた人にする、入っている端末を終える、管理担当者を決めるのは、管理担当者ができます。',
  }
}
