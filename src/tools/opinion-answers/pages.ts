import { wareki } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { STANCES_ASKED } from '../opinions/opinions.ts'
import { PROFESSIONS } from '../professions/professions.ts'
import { type Asked, type Closed, markOf } from './opinion-answers.ts'

export interface OpinionLinkPage {
  region: string
  text: string
  evidence: string[]
  until: string
  contact: string
  isSent: boolean
  againHref: string
  seen: string
  sendTo: string
  stances: typeof STANCES_ASKED
  professions: typeof PROFESSIONS
  /** Why it could not be sent just now; the typed words stand below. */
  wait: string | null
  form: FormState
}

export interface OpinionClosedPage {
  why: string
  contact: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/opinion-answers/show': OpinionLinkPage
    'tools/opinion-answers/closed': OpinionClosedPage
  }
}

const contactOf = ({ region, programme }: Pick<Closed, 'region' | 'programme'>): string => {
  const office = programme?.contact
  const asked = office
    ? [office.section, office.telephone && `電話 ${office.telephone}`, office.mailbox].filter(Boolean).join('　')
    : ''
  return [region ? `${region.name}の担当者（このリンクを送った人）` : 'このリンクを送った人', asked]
    .filter(Boolean)
    .join('、または')
}

interface View {
  here: string
  isSent: boolean
  wait?: string | null
  form?: FormState
}

export const opinionLinkPage = (asked: Asked, view: View): OpinionLinkPage & PageBase => ({
  title: `${asked.region.name}からの問い`,
  frame: 'plain',
  region: asked.region.name,
  ...asked.shown,
  until: wareki(asked.door.endsOn),
  contact: contactOf(asked),
  isSent: view.isSent,
  againHref: view.here,
  seen: markOf(asked.shown),
  sendTo: view.here,
  ...{ stances: STANCES_ASKED, professions: PROFESSIONS, wait: view.wait ?? null, form: view.form ?? emptyForm() },
})

export const opinionClosedPage = (closed: Closed): OpinionClosedPage & PageBase => ({
  title: 'いまは意見を受け付けていません',
  frame: 'plain',
  why: closed.why,
  contact: contactOf(closed),
})
