import { circlesReadBy } from '../../access/circles.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { faqOfConsultation } from '../faqs/store.ts'
import { ask, makeAdvice, makeFaq, say } from './actions.ts'
import { askableCircles, type Consultation, type ConsultationAnswer } from './consultations.ts'
import { questionForm, replyForm } from './forms.ts'
import { consultationPage, consultationsPage } from './pages.ts'
import { consultationsOf } from './store.ts'
import { consultationList } from './workbook.ts'

type RegionCall = Call & Seen['region']

export const consultationRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/consultations', 'region.view', taken),
  'GET /regions/:regionId/consultations': { may: 'region.view', run: (call) => list(call) },
  'POST /regions/:regionId/consultations': { may: 'consultation.ask', run: askIt },
  'GET /regions/:regionId/consultations/:id': { may: 'region.view', run: (call) => show(call) },
  'POST /regions/:regionId/consultations/:id': { may: 'region.view', run: sayIt },
  'POST /regions/:regionId/consultations/:id/answers/:answerId/advice': { may: 'consultation.answer', run: toAdvice },
  'POST /regions/:regionId/consultations/:id/answers/:answerId/faq': { may: 'consultation.publish', run: toFaq },
}

const readable = ({ ctx, region }: RegionCall) => consultationsOf(ctx.db, region.id, circlesReadBy(ctx.actor, region))

function askAlive({ region }: RegionCall): void {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
}

async function list(call: RegionCall, form: FormState = emptyForm({ circle: 'region' }), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const props = consultationsPage({ actor: ctx.actor, region, consultations: await readable(call), form })
  const crumbs = regionCrumbs(region, '相談')
  return page('support/consultations/index', { ...props, title: `${region.name} 相談`, crumbs }, status)
}

async function askIt(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const input = readForm(questionForm(askableCircles(call.ctx.actor, call.region)), call.body)
  if (!input.ok) return list(call, input.form, 422)
  const id = await ask(call.ctx, call.region, { ...input.data, origin: call.origin })
  return redirect(paths.consultation(call.region.id, id), '相談しました。アドバイザーと事務局に知らせます')
}

async function one(call: RegionCall): Promise<Consultation> {
  const found = (await readable(call)).find(({ id }) => id === call.params.id)
  if (!found) throw notFound()
  return found
}

async function show(call: RegionCall, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const consultation = await one(call)
  const isShared = (await faqOfConsultation(ctx.db, consultation.id)) !== undefined
  const props = consultationPage({ actor: ctx.actor, region, consultation, isShared, form })
  const crumbs = regionCrumbs(region, ['相談', paths.consultations(region.id)], '相談を読む')
  return page('support/consultations/show', { ...props, title: `${region.name} 相談`, crumbs }, status)
}

async function sayIt(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const { actor } = call.ctx
  if (!may(actor, 'consultation.answer', call.region) && !may(actor, 'consultation.ask', call.region))
    throw new Problem('forbidden', '返事を書けるのは、この地域の市町村、都道府県、委託先、アドバイザー、事務局です')
  const consultation = await one(call)
  const input = readForm(replyForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  await say(call.ctx, call.region, { consultation, text: input.data.text, origin: call.origin })
  return redirect(paths.consultation(call.region.id, consultation.id), '書きました。相手に知らせます')
}

async function answerAsked(call: RegionCall): Promise<{ consultation: Consultation; answer: ConsultationAnswer }> {
  askAlive(call)
  const consultation = await one(call)
  const answer = consultation.answers.find(({ id }) => id === call.params.answerId)
  if (!answer || answer.isReply) throw notFound()
  return { consultation, answer }
}

async function toAdvice(call: RegionCall): Promise<Reply> {
  const asked = await answerAsked(call)
  await makeAdvice(call.ctx, call.region, asked)
  return redirect(paths.advice(call.region.id), '相談への返事を、助言に加えました')
}

async function toFaq(call: RegionCall): Promise<Reply> {
  const asked = await answerAsked(call)
  const id = await makeFaq(call.ctx, call.region, asked)
  const notice = 'よくある質問にしました。地域の名前は出ていません。言葉を直せます'
  return redirect(paths.faq(call.region.programmeId, id), notice)
}

async function taken(call: RegionCall): Promise<NamedList> {
  return {
    name: `${call.region.name}_相談`,
    ...consultationList(await readable(call)),
  }
}
