import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Questionnaire } from '../questionnaires/questionnaires.ts'
import { type FreeText, VERDICTS, type Verdict } from './questionnaire-texts.ts'
import { putLook } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    questionnaire_looked: { title: string; verdict: Verdict }
  }
}

export const questionnaireTextHappenings = {
  questionnaire_looked: (h) =>
    `${h.actorName}さんが質問票「${h.details.title}」の自由な言葉を1件確かめました（${VERDICTS[h.details.verdict]}）`,
} satisfies Sentences<'questionnaire_looked'>

export const lookAt = (ctx: Ctx, q: Questionnaire, given: { text: FreeText; verdict: Verdict }): Promise<void> =>
  change(ctx, async (db, log) => {
    const { answerId, question } = given.text
    const look = { answerId, questionKey: question.key, verdict: given.verdict }
    await putLook(db, { ...look, at: ctx.now.toISOString(), byName: ctx.actor.name })
    const details = { title: q.title, verdict: given.verdict }
    const { regionId, programmeId } = q
    await log({ kind: 'questionnaire_looked', regionId, programmeId, details })
  })
