import { paths } from '../../paths/paths.ts'
import { fullNameOf, type Organisation } from '../../people/organisations/organisations.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Choice, Programme } from '../programmes/programmes.ts'
import { closedReason } from './applications.ts'

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/applications/start': StartPage
    'programme/applications/sent': { mailbox: string; back: string }
    'programme/applications/enter': { organisation: string; programme: string; name: string; enterTo: string }
  }
}

export interface StartPage {
  programme: string
  form: FormState
  saveTo: string
  back: string
  /** Asked only when the name fits several. */
  choices: Choice[]
  own: { label: string; beginTo: string; organisationId: string }[]
  closed: string | null
}

export interface StartView {
  form: FormState
  /** Organisations the typed name fits. */
  found: readonly Organisation[]
  /** The signed-in person's own. */
  own: readonly Organisation[]
}

export const startPage = (p: Programme, view: StartView, now: Date): StartPage & PageBase => ({
  title: `エントリーを始める：${p.name}`,
  frame: 'plain',
  crumbs: [{ label: p.name, href: paths.publicProgramme(p.id) }, { label: 'エントリーを始める' }],
  programme: p.name,
  form: view.form,
  saveTo: paths.entryStart(p.id),
  back: paths.publicProgramme(p.id),
  choices: view.found.map((o) => ({ value: o.id, label: fullNameOf(o), hint: o.isInvented ? '見本の自治体' : '' })),
  own: view.own.map((o) => ({ label: fullNameOf(o), beginTo: paths.entryBegin(p.id), organisationId: o.id })),
  closed: closedReason(p, now),
})

export const sentPage = (p: Programme) => ({
  title: 'メールを確かめてください',
  frame: 'plain' as const,
  crumbs: [{ label: p.name, href: paths.publicProgramme(p.id) }, { label: '送りました' }],
  mailbox: p.contact.mailbox,
  back: paths.entryStart(p.id),
})

export const enterEntryPage = (at: { organisation: string; programme: string; name: string; token: string }) => ({
  title: 'エントリーを始める',
  frame: 'plain' as const,
  organisation: at.organisation,
  programme: at.programme,
  name: at.name,
  enterTo: paths.entryLink(at.token),
})
