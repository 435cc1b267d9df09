import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { answerQuestion } from '../check-fates/actions.ts'
import type { ANSWERS } from '../check-fates/check-fates.ts'
import { answerForm } from '../check-fates/forms.ts'
import { circleOf, type Insight, sortedInsights } from '../insights/insights.ts'
import { insightsFor, type RegionInsights } from '../insights/store.ts'
import { mendPath } from '../questions/questions.ts'
import { answerPage } from './pages.ts'

type Here = Call & Seen['region']

export const insightAnswerRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/insights/answers': { may: 'paper.write', run: ask },
  'POST /regions/:regionId/insights/answers': { may: 'paper.write', run: answer },
}

const DONE: Record<keyof typeof ANSWERS, string> = {
  kept_with_reason: '理由を残しました',
  left: 'このままにしました',
  open: 'もとの問いにもどしました',
}
const GONE = 'この問いは、もうありません。箱や欄が直されたようです'

const insightIn = ({ found, fates }: RegionInsights, key: string): Insight | undefined => {
  const { open, answered } = sortedInsights(found, fates)
  return [...open, ...answered].find((one) => one.key === key)
}

/** 「place」: back to the box it was asked at. */
const backOf = (value: unknown) => (value === 'place' ? 'place' : '')

async function ask(call: Here): Promise<Reply> {
  const insight = insightIn(await insightsFor(call), call.query.question ?? '')
  return insight ? showOne(call, insight, null) : redirect(paths.insights(call.region.id), GONE)
}

function showOne(call: Here, insight: Insight, form: FormState | null): Reply {
  const { ctx, region, query, body } = call
  const given = { form, answer: query.answer ?? '', back: backOf(query.back ?? body.back) }
  return page('tools/insight-answers/show', answerPage({ actor: ctx.actor, region }, insight, given), form ? 422 : 200)
}

async function answer(call: Here): Promise<Reply> {
  const { ctx, region, body } = call
  const stopped = notAliveReason(region)
  if (stopped) throw new Problem('forbidden', stopped)
  const insights = await insightsFor(call)
  const insight = insightIn(insights, String(body.question ?? ''))
  if (!insight) return redirect(paths.insights(region.id), GONE)
  const input = readForm(answerForm, body)
  if (!input.ok) return showOne(call, insight, input.form)
  const { id, place } = insight.found
  const fate = input.data.answer === 'open' ? null : input.data.answer
  await answerQuestion(ctx, region, {
    answer: { checkId: id, ref: place.ref, path: place.path, fate, reason: input.data.reason },
    circle: circleOf(place.ref, insights.circles),
    found: insights.all,
  })
  const back = backOf(body.back) === 'place' ? mendPath(region.id, place) : paths.insights(region.id)
  return redirect(back, DONE[input.data.answer])
}
