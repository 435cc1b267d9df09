import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import type { Faq } from './faqs.ts'

export interface FaqsPage {
  rows: { id: string; question: string; answer: string; editHref: string | null }[]
  note: string
  saveTo: string | null
  form: FormState
}
export interface FaqPage {
  saveTo: string
  retireTo: string
  backHref: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/faqs/index': FaqsPage
    'support/faqs/edit': FaqPage
  }
}

const TITLE = 'よくある質問'

export function faqsPage(
  actor: Actor,
  programme: Programme,
  view: { faqs: readonly Faq[]; form: FormState },
): FaqsPage & PageBase {
  const edits = may(actor, 'programme.edit', programme) && !programme.isSample
  return {
    title: `${TITLE}：${programme.name}`,
    crumbs: programmeCrumbs(programme, { label: TITLE }),
    rows: view.faqs.map(({ id, question, answer }) => {
      return { id, question, answer, editHref: edits ? paths.faq(programme.id, id) : null }
    }),
    note: `${view.faqs.length}件`,
    saveTo: edits ? paths.faqs(programme.id) : null,
    form: view.form,
  }
}

export const faqPage = (programme: Programme, faq: Faq, form?: FormState): FaqPage & PageBase => ({
  title: `${TITLE}を直す`,
  crumbs: programmeCrumbs(programme, { label: TITLE, href: paths.faqs(programme.id) }, { label: '直す' }),
  saveTo: paths.faq(programme.id, faq.id),
  retireTo: paths.faqRetirement(programme.id, faq.id),
  backHref: paths.faqs(programme.id),
  form: form ?? emptyForm({ question: faq.question, answer: faq.answer }),
})
