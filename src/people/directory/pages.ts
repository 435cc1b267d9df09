import { ROLES, type Role } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { NamedMembership, Person } from '../accounts/accounts.ts'

export const PER_PAGE = 50

export interface Filters {
  q: string
  role: Role | null
  left: boolean
  page: number
}
interface Pager {
  total: number
  from: number
  to: number
  previousHref: string | null
  nextHref: string | null
}
export interface DirectoryPage {
  inviteHref: string
  lettersHref: string
  q: string
  role: string
  left: boolean
  roles: { value: string; label: string }[]
  searchTo: string
  rows: { name: string; kana: string; href: string; email: string; roles: string[]; isAdministrator: boolean }[]
  emptyWords: string
  pager: Pager
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/directory/index': DirectoryPage
  }
}

function hrefWith(filters: Filters, page: number): string {
  const query = new URLSearchParams()
  if (filters.q) query.set('q', filters.q)
  if (filters.role) query.set('role', filters.role)
  if (filters.left) query.set('left', '1')
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `${paths.accounts}?${text}` : paths.accounts
}

function pagerOf(filters: Filters, total: number): Pager {
  const from = (filters.page - 1) * PER_PAGE
  const to = Math.min(from + PER_PAGE, total)
  return {
    total,
    from: total === 0 ? 0 : Math.min(from + 1, total),
    to,
    previousHref: filters.page > 1 ? hrefWith(filters, filters.page - 1) : null,
    nextHref: to < total ? hrefWith(filters, filters.page + 1) : null,
  }
}

const roleWords = (m: NamedMembership): string => `${ROLES[m.role]}（${m.organisationName}）`

export interface DirectoryView {
  filters: Filters
  found: { rows: readonly Person[]; count: number }
  memberships: readonly NamedMembership[]
}

export function directoryPage({ filters, found, memberships }: DirectoryView): DirectoryPage & PageBase {
  const rolesOf = (id: string) => [...new Set(memberships.filter((m) => m.personId === id).map(roleWords))]
  return {
    title: '名簿',
    crumbs: [{ label: 'ホーム', href: paths.home }, { label: '名簿' }],
    inviteHref: paths.newInvitation,
    lettersHref: paths.letters,
    q: filters.q,
    role: filters.role ?? '',
    left: filters.left,
    roles: Object.entries(ROLES).map(([value, label]) => ({ value, label })),
    searchTo: paths.accounts,
    rows: found.rows.map(({ id, name, kana, email, isAdministrator }) => {
      return { name, kana, email, isAdministrator, href: paths.account(id), roles: rolesOf(id) }
    }),
    emptyWords: filters.left ? '離れた人はいません。' : '当てはまる人はいません。言葉か役割を変えてさがしてください。',
    pager: pagerOf(filters, found.count),
  }
}
