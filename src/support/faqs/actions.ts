import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Faq } from './faqs.ts'
import { addFaq, setFaq } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    faq_written: { question: string }
    faq_changed: { question: string }
    faq_retired: { question: string }
  }
}

export const faqHappenings = {
  faq_written: (h) => `${h.actorName}さんがよくある質問「${h.details.question}」を書きました`,
  faq_changed: (h) => `${h.actorName}さんがよくある質問「${h.details.question}」を直しました`,
  faq_retired: (h) => `${h.actorName}さんがよくある質問「${h.details.question}」を下げました`,
} satisfies Sentences<'faq_written' | 'faq_changed' | 'faq_retired'>

type Words = Pick<Faq, 'question' | 'answer'>

export const writeFaq = (ctx: Ctx, programmeId: string, words: Words): Promise<void> =>
  change(ctx, async (db, log) => {
    await addFaq(db, { ...words, programmeId, consultationId: null, madeBy: ctx.actor.name }, ctx.now)
    await log({ kind: 'faq_written', programmeId, details: { question: words.question } })
  })

export const changeFaq = (ctx: Ctx, faq: Faq, words: Words): Promise<void> =>
  change(ctx, async (db, log) => {
    await setFaq(db, faq.id, { ...words, changedAt: ctx.now.toISOString(), changedBy: ctx.actor.name })
    await log({ kind: 'faq_changed', programmeId: faq.programmeId, details: { question: words.question } })
  })

export const retireFaq = (ctx: Ctx, faq: Faq): Promise<void> =>
  change(ctx, async (db, log) => {
    await setFaq(db, faq.id, { retiredAt: ctx.now.toISOString(), retiredBy: ctx.actor.name })
    await log({ kind: 'faq_retired', programmeId: faq.programmeId, details: { question: faq.question } })
  })
