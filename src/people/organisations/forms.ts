import { z } from 'zod'
import { organisationPaths as paths } from '../../paths/organisations.ts'
import { text } from '../../platform/web/forms.ts'
import { ORGANISATION_KINDS, type OrganisationKind } from './organisations.ts'

const orNull = (value: string) => value || null
const narrow = (value: string) => value.normalize('NFKC').replace(/\s/g, '')

/** The contact book of one organisation; every line may stay empty. */
export const contactForm = z.object({
  section: text(100).transform(orNull),
  mailbox: text(200)
    .transform(narrow)
    .refine(
      (value) => value === '' || /^[^@,;<>"]+@[^@,;<>"]+\.[a-z0-9-]+$/i.test(value),
      'メールアドレスの形で書いてください（例：kaigo@town.example.lg.jp）',
    )
    .transform(orNull),
  telephone: text(40)
    .transform((value) => value.normalize('NFKC').replace(/[‐−–ー]/g, '-'))
    .refine(
      (value) => /^[\d()+\- ]*((内線|\()\s*\d+\)?)?$/.test(value),
      '電話番号は数字と「-」で書いてください（例：058-000-0000 内線 123）',
    )
    .transform(orNull),
  mailDomain: text(100)
    .transform((value) => narrow(value).toLowerCase().replace(/^@/, ''))
    .refine(
      (value) => value === '' || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(value),
      '@の後ろだけを書いてください（例：town.midori.example）',
    )
    .transform(orNull),
  seen: text(1000),
})

/** What the address asks for: kept in the URL so that a list can be sent to a colleague. */
export interface Filters {
  q: string
  kind: OrganisationKind | ''
  prefecture: string
  page: number
}

export function readFilters(query: Record<string, string>): Filters {
  const kind = query.kind && query.kind in ORGANISATION_KINDS ? (query.kind as OrganisationKind) : ''
  const page = Math.min(Math.max(Math.trunc(Number(query.page)) || 1, 1), 10_000)
  return {
    q: (query.q ?? '').slice(0, 100),
    kind,
    prefecture: /^\d\d$/.test(query.prefecture ?? '') ? (query.prefecture ?? '') : '',
    page,
  }
}

export const hrefOf = (filters: Filters, page: number) => {
  const asked = { q: filters.q, kind: filters.kind, prefecture: filters.prefecture, page: page > 1 ? String(page) : '' }
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return query.size > 0 ? `${paths.organisations}?${query}` : paths.organisations
}
