import { type Actor, ROLES, type Role } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, type Circle } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { eraYear } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { HELP, readsAs, WORDS } from './help.ts'

interface RoleLink {
  label: string
  href: string
  lead: string
  isOwn: boolean
}

export interface HelpPage {
  roles: RoleLink[]
  contactHref: string
}

export interface RoleHelpPage {
  heading: string
  lead: string
  steps: readonly string[]
  circles: { name: string; readers: string; reads: boolean }[]
  words: { word: string; meaning: string }[]
  ask: string
  contactHref: string
  others: { label: string; href: string }[]
}

export interface ContactPage {
  programmes: { name: string; year: string; facts: { term: string; text: string; href?: string }[] }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/help/index': HelpPage
    'overview/help/role': RoleHelpPage
    'overview/help/contact': ContactPage
  }
}

const roles = Object.keys(ROLES) as Role[]
const frameFor = (actor: Actor) => (actor.personId ? 'full' : 'plain')
const crumbs = (here: string) => [
  { label: 'ホーム', href: paths.home },
  { label: '使い方', href: paths.help },
  { label: here },
]

export function helpPage(actor: Actor): HelpPage & PageBase {
  const own = new Set(actor.memberships.map((m) => m.role))
  const links = roles.map((role) => ({
    label: ROLES[role],
    href: paths.helpFor(role),
    lead: HELP[role].lead,
    isOwn: own.has(role),
  }))
  return {
    title: '使い方',
    crumbs: [{ label: 'ホーム', href: paths.home }, { label: '使い方' }],
    frame: frameFor(actor),
    roles: links.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn)),
    contactHref: paths.contact,
  }
}

export function roleHelpPage(actor: Actor, role: Role): RoleHelpPage & PageBase {
  const reads = readsAs(role)
  return {
    title: `使い方：${ROLES[role]}`,
    crumbs: crumbs(ROLES[role]),
    frame: frameFor(actor),
    heading: `${ROLES[role]}の方へ`,
    ...HELP[role],
    circles: (Object.keys(CIRCLES) as Circle[]).map((circle) => ({
      name: CIRCLES[circle],
      readers: CIRCLE_READERS[circle],
      reads: reads[circle],
    })),
    words: WORDS.map(([word, meaning]) => ({ word, meaning })),
    contactHref: paths.contact,
    others: roles.filter((r) => r !== role).map((r) => ({ label: ROLES[r], href: paths.helpFor(r) })),
  }
}

export const contactPage = (actor: Actor, programmes: readonly Programme[]): ContactPage & PageBase => ({
  title: '事務局に相談する',
  crumbs: crumbs('事務局に相談する'),
  frame: frameFor(actor),
  programmes: programmes
    .filter((p) => !p.isSample && Object.values(p.contact).some(Boolean))
    .map((p) => ({
      name: p.name,
      year: eraYear(p.fiscalYear),
      facts: [
        { term: '窓口', text: p.contact.section },
        { term: '電話', text: p.contact.telephone },
        { term: 'メール', text: p.contact.mailbox, href: `mailto:${p.contact.mailbox}` },
      ].filter((fact) => fact.text),
    })),
})
