import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { type Marked, markedText } from '../../papers/privacy/privacy.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { type Region, readOnlyReason } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Agreement, isWaiting, notSecondReason } from './agreements.ts'

export interface AgreementPage {
  around: RegionFrame
  heading: string
  asked: string
  note: string
  marked: Marked
  backHref: string
  /** What became of it, in a sentence; null while it waits. */
  outcome: string | null
  /** Why this reader does not answer, in words. */
  whyNot: string | null
  saveTo: string | null
  form: FormState
}

export interface AgreementsPage {
  around: RegionFrame
  rows: { title: string; asked: string; href: string }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/agreements/show': AgreementPage
    'tools/agreements/index': AgreementsPage
  }
}

const when = (at: string) => `${wareki(dayOf(at))} ${clock(at)}`
const askedWords = (one: Agreement) => `${one.askedBy}さんが${when(one.askedAt)}に頼みました`

function outcomeOf(one: Agreement): string | null {
  if (one.agreedAt) return `${one.agreedBy}さんが${when(one.agreedAt)}に確かめました。この文のまま見せられます`
  if (one.returnedAt) return `${one.returnedBy}さんが${when(one.returnedAt)}に差し戻しました。理由：${one.returnReason}`
  return one.supersededAt ? 'この文は、そのあと書きかえられました。いまの文で、もう一度頼まれています' : null
}

interface View {
  actor: Actor
  region: Region
  form: FormState
}

export function agreementPage({ actor, region, form }: View, one: Agreement): AgreementPage {
  const whyNot = isWaiting(one) ? (readOnlyReason(region) ?? notSecondReason(actor, one)) : null
  const answers = isWaiting(one) && whyNot === null && may(actor, 'paper.share', region)
  return {
    around: regionFrame(actor, region, 'overview'),
    heading: `${one.title}を見せる前に`,
    asked: askedWords(one),
    note: one.note,
    marked: markedText(one.text),
    backHref: one.href,
    outcome: outcomeOf(one),
    whyNot,
    saveTo: answers ? paths.privacyAgreement(region.id, one.id) : null,
    form,
  }
}

export const agreementsPage = (actor: Actor, region: Region, waiting: readonly Agreement[]): AgreementsPage => ({
  around: regionFrame(actor, region, 'overview'),
  rows: waiting.map((one) => ({
    title: one.title,
    asked: askedWords(one),
    href: paths.privacyAgreement(region.id, one.id),
  })),
})
