import { type Actor, ROLES } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { eraYear, fiscalYearOf, stampOf, today, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { TakeAlong } from '../take-along/take-along.ts'

export interface NavLink {
  label: string
  href: string
  current: boolean
}

/** What the frame around every page shows. */
export interface Shell {
  lang: 'ja'
  productName: string
  year: string | null
  nav: NavLink[]
  person: { name: string; roleLabel: string; href: string } | null
  signInHref: string
  searchHref: string
  notice: string | null
  hasErrors: boolean
  demo: boolean
  printedOn: string
  helpHref: string
  contactHref: string
  /** Below a list: the same rows as files. */
  takeAlong: TakeAlong | null
}

interface Around {
  now: Date
  isDemo: boolean
  takeAlong?: (url: string) => TakeAlong | null
}

type NavRow = [label: string, href: string, shown: (a: Actor) => boolean]

const NAV: readonly NavRow[] = [
  ['ホーム', paths.home, () => true],
  ['地域', paths.regions, (a) => may(a, 'region.list')],
  ['年度事業', paths.programmes, (a) => may(a, 'programme.list')],
  ['名簿', paths.accounts, (a) => may(a, 'account.invite')],
  ['連絡先', paths.organisations, (a) => may(a, 'organisation.view')],
]

/** The chosen entry is the longest address the page lies under; all years lie with the years. */
function navFor(actor: Actor, asked: string): NavLink[] {
  const path = asked === paths.years ? paths.programmes : asked
  const rows = NAV.filter(([, , shown]) => actor.personId && shown(actor))
  const under = rows.filter(([, href]) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
  const current = under.at(-1)
  return rows.map((row) => ({ label: row[0], href: row[1], current: row === current }))
}

export function shellFor(call: Call | null, props: PageBase, options: Around): Shell {
  const actor = call?.ctx.actor
  const path = call?.url.split('?')[0] ?? '/'
  const role = actor?.memberships[0]?.role
  return {
    lang: 'ja',
    productName: '伴走ノート',
    year: actor?.personId ? eraYear(fiscalYearOf(today(options.now))) : null,
    nav: actor ? navFor(actor, path) : [],
    person: actor?.personId
      ? { name: actor.name, roleLabel: role ? ROLES[role] : '役割なし', href: paths.profile }
      : null,
    signInHref: paths.signIn(path === '/sign-in' ? undefined : path),
    searchHref: paths.search,
    notice: call?.cookies.notice || null,
    hasErrors: Object.keys(props.form?.errors ?? {}).length > 0,
    demo: options.isDemo,
    printedOn: `${wareki(today(options.now))} ${stampOf(options.now).slice(9, 11)}:${stampOf(options.now).slice(11)}`,
    helpHref: paths.help,
    contactHref: paths.contact,
    takeAlong: (call && options.takeAlong?.(call.url)) ?? null,
  }
}
