import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { answerAdvice, linkEffect } from '../advice/actions.ts'
import { type Advice, isWaiting, mayBeAnswered } from '../advice/advice.ts'
import { adviceOfRegion, effectsOf } from '../advice/store.ts'
import { meetingsOfRegion } from '../meetings/store.ts'
import { subjectNamed, subjectsOf } from '../subjects/store.ts'
import { answerForm, effectForm } from './forms.ts'
import { answerPage } from './pages.ts'

type RegionCall = Call & Seen['region']

export const adviceAnswerRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/advice/:adviceId/answer': { may: 'advice.answer', run: (call) => askAnswer(call) },
  'POST /regions/:regionId/advice/:adviceId/answer': { may: 'advice.answer', run: answer },
  'POST /regions/:regionId/advice/:adviceId/thanks': { may: 'advice.answer', run: thank },
  'POST /regions/:regionId/advice/:adviceId/effects': { may: 'advice.answer', run: addEffect },
}

const labelsOf = async ({ ctx, region }: RegionCall) =>
  new Map((await meetingsOfRegion(ctx.db, region.id)).map((m) => [m.id, m.label]))

async function adviceNamed(call: RegionCall): Promise<Advice> {
  const { ctx, region } = call
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const advice = (await adviceOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))).find(
    ({ id }) => id === call.params.adviceId,
  )
  if (!advice || advice.circle === 'team') throw notFound()
  return advice
}

async function waitingOne(call: RegionCall, fits: (a: Advice) => boolean): Promise<Advice> {
  const advice = await adviceNamed(call)
  if (!fits(advice)) throw new Problem('conflict', 'この助言には、すでに返事があります')
  return advice
}

async function askAnswer(call: RegionCall, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const advice = await adviceNamed(call)
  const effects = await effectsOf(ctx.db, region.id)
  const around = { effects, subjects: await subjectsOf(ctx, region), meetingLabels: await labelsOf(call) }
  const props = answerPage({ actor: ctx.actor, region, advice, ...around, form })
  const crumbs = regionCrumbs(region, ['助言', paths.advice(region.id)], props.heading)
  return page('support/advice-answers/show', { ...props, title: props.heading, crumbs }, status)
}

async function answer(call: RegionCall): Promise<Reply> {
  const advice = await waitingOne(call, mayBeAnswered)
  const input = readForm(answerForm, call.body)
  if (!input.ok) return askAnswer(call, input.form, 422)
  const changed = input.data.changed ? await subjectNamed(call.ctx, call.region, input.data.changed) : undefined
  await answerAdvice(call.ctx, call.region, advice, { ...input.data, changed })
  return redirect(paths.advice(call.region.id), '助言に返事をしました')
}

/** 「ありがとう」 alone, in one tap. */
async function thank(call: RegionCall): Promise<Reply> {
  const advice = await waitingOne(call, isWaiting)
  await answerAdvice(call.ctx, call.region, advice, { answer: 'thanks', reason: '' })
  return redirect(paths.advice(call.region.id), '「ありがとう」を返しました')
}

async function addEffect(call: RegionCall): Promise<Reply> {
  const advice = await adviceNamed(call)
  const input = readForm(effectForm, call.body)
  if (!input.ok) return askAnswer(call, input.form, 422)
  const subject = await subjectNamed(call.ctx, call.region, input.data.changed)
  if (!subject) return askAnswer(call, withError(input.form, 'changed', '変わったものを選び直してください'), 422)
  await linkEffect(call.ctx, call.region, { advice, subject })
  return redirect(paths.advice(call.region.id), '変わったものをつなぎました')
}
