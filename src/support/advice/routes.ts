import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { meetingsOfRegion } from '../meetings/store.ts'
import { writableCircles } from '../records/records.ts'
import { answerAdvice, giveAdvice } from './actions.ts'
import { type Advice, isWaiting } from './advice.ts'
import { adviceForm, answerForm } from './forms.ts'
import { advicePage, answerPage } from './pages.ts'
import { adviceOfRegion } from './store.ts'

type RegionCall = Call & Seen['region']

export const adviceRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/advice': { may: 'region.view', run: (call) => list(call) },
  'POST /regions/:regionId/advice': { may: 'advice.give', run: give },
  'GET /regions/:regionId/advice/:adviceId/answer': { may: 'advice.answer', run: (call) => askAnswer(call) },
  'POST /regions/:regionId/advice/:adviceId/answer': { may: 'advice.answer', run: answer },
}

const adviceRead = ({ ctx, region }: RegionCall) => adviceOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
const labelsOf = async ({ ctx, region }: RegionCall) =>
  new Map((await meetingsOfRegion(ctx.db, region.id)).map((m) => [m.id, m.label]))

function askAlive({ region }: RegionCall): void {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
}

async function list(call: RegionCall, form: FormState = emptyForm({ circle: 'region' }), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const props = advicePage({
    actor: ctx.actor,
    region,
    advice: await adviceRead(call),
    meetingLabels: await labelsOf(call),
    form,
  })
  return page(
    'support/advice/index',
    { ...props, title: `${region.name} 助言`, crumbs: regionCrumbs(region, '助言') },
    status,
  )
}

async function give(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const input = readForm(adviceForm(writableCircles(call.ctx.actor, call.region)), call.body)
  if (!input.ok) return list(call, input.form, 422)
  await giveAdvice(call.ctx, call.region, input.data)
  return redirect(paths.advice(call.region.id), '助言を残しました')
}

async function waitingOne(call: RegionCall): Promise<Advice> {
  askAlive(call)
  const advice = (await adviceRead(call)).find(({ id }) => id === call.params.adviceId)
  if (!advice) throw notFound()
  if (!isWaiting(advice)) throw new Problem('conflict', 'この助言には、すでに返事があります')
  return advice
}

async function askAnswer(call: RegionCall, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const advice = await waitingOne(call)
  const props = answerPage(call.ctx.actor, call.region, { advice, meetingLabels: await labelsOf(call), form })
  const crumbs = regionCrumbs(call.region, ['助言', paths.advice(call.region.id)], '返事を書く')
  return page('support/advice/answer', { ...props, title: '助言に返事を書く', crumbs }, status)
}

async function answer(call: RegionCall): Promise<Reply> {
  const advice = await waitingOne(call)
  const input = readForm(answerForm, call.body)
  if (!input.ok) return askAnswer(call, input.form, 422)
  await answerAdvice(call.ctx, call.region, advice, input.data)
  return redirect(paths.advice(call.region.id), '助言に返事をしました')
}
