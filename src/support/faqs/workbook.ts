import { type List, listOf } from '../../platform/office/csv.ts'
import { dayOf } from '../../platform/time.ts'
import type { Faq } from './faqs.ts'

export const faqList = (faqs: readonly Faq[]): List =>
  listOf<Faq>(
    [
      ['質問', 50, ({ question }) => question],
      ['答え', 70, ({ answer }) => answer],
      ['書いた日', 12, ({ madeAt }) => dayOf(madeAt)],
      ['直した日', 12, ({ changedAt }) => changedAt && dayOf(changedAt)],
    ],
    faqs,
  )
