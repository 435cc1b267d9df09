import { answerQuestion, rememberQuestions } from '../../tools/check-fates/actions.ts'
import { circleOf, sortedInsights } from '../../tools/insights/insights.ts'
import { insightsFor } from '../../tools/insights/store.ts'
import { type Cast, seen } from './cast.ts'
import type { At } from './demonstration.ts'

/** What was asked of みどり町's papers on these days; what was mended in between shows by itself. */
const LOOKED: readonly At[] = ['2025-10-22 17:10', '2025-11-10 17:20', '2025-12-02 17:00', '2025-12-15 16:00']

/** And what 葵 said to some of it, by check. */
const ANSWERS: readonly { checkId: string; reason: string }[] = [
  { checkId: 'K7', reason: '会長と1月に会ってから、本人の言葉で書く' },
  { checkId: 'L9', reason: '病院の師長とは1月に会う。それまでは相談中のまま残す' },
  { checkId: 'K6', reason: '' },
  { checkId: 'L1', reason: '' },
]

interface Where {
  programmeId: string
  regionId: string
}

export const questionDeeds = (cast: Cast, at: Where) => [
  ...LOOKED.map((day) => ({ at: day, run: () => look(cast, at, day) })),
  { at: '2025-12-15 16:20' as At, run: () => answerSome(cast, at) },
]

async function look(cast: Cast, at: Where, day: At): Promise<void> {
  const ctx = await cast.as('aoi', day)
  await rememberQuestions(ctx, (await seen(ctx, at.programmeId, at.regionId)).region)
}

async function answerSome(cast: Cast, at: Where): Promise<void> {
  const ctx = await cast.as('aoi', '2025-12-15 16:20')
  const { region } = await seen(ctx, at.programmeId, at.regionId)
  for (const { checkId, reason } of ANSWERS) {
    const { found, fates, all, circles } = await insightsFor({ ctx, region })
    const one = sortedInsights(found, fates).open.find((insight) => insight.found.id === checkId)
    if (!one) continue
    const { ref, path } = one.found.place
    const fate = reason === '' ? 'left' : 'kept_with_reason'
    await answerQuestion(ctx, region, {
      answer: { checkId, ref, path, fate, reason },
      circle: circleOf(ref, circles),
      found: all,
    })
  }
}
