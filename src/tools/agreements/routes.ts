import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { answer } from './actions.ts'
import type { Agreement } from './agreements.ts'
import { answerForm } from './forms.ts'
import { agreementPage, agreementsPage } from './pages.ts'
import { agreementOf, waitingAgreements } from './store.ts'

type RegionCall = Call & Seen['region']

const HERE = '見せる前の確かめ'

export const agreementRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/privacy': { may: 'paper.share', run: list },
  'GET /regions/:regionId/privacy/:agreementId': { may: 'paper.share', run: (call) => show(call) },
  'POST /regions/:regionId/privacy/:agreementId': { may: 'paper.share', run: save },
}

async function list({ ctx, region }: RegionCall): Promise<Reply> {
  const props = agreementsPage(ctx.actor, region, await waitingAgreements(ctx.db, [region.id]))
  return page('tools/agreements/index', { ...props, title: HERE, crumbs: regionCrumbs(region, HERE) })
}

async function agreementAsked({ ctx, region, params }: RegionCall): Promise<Agreement> {
  const one = await agreementOf(ctx.db, region.id, params.agreementId ?? '')
  if (!one) throw notFound()
  return one
}

async function show(call: RegionCall, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const one = await agreementAsked(call)
  const props = agreementPage({ actor: ctx.actor, region, form }, one)
  const crumbs = regionCrumbs(region, [HERE, paths.privacyAgreements(region.id)], one.title)
  return page('tools/agreements/show', { ...props, title: props.heading, crumbs }, status)
}

async function save(call: RegionCall): Promise<Reply> {
  const { ctx, region, origin } = call
  const one = await agreementAsked(call)
  const input = readForm(answerForm, call.body)
  if (!input.ok) {
    if (input.form.errors.answer) throw new Problem('invalid', input.form.errors.answer)
    return show(call, input.form, 422)
  }
  const agreed = input.data.answer === 'agree'
  await answer(ctx, region, one, agreed ? { agreed, origin } : { agreed, reason: input.data.reason, origin })
  const notice = agreed ? '確かめました。頼んだ人に知らせます' : '差し戻しました。理由を頼んだ人に知らせます'
  return redirect(paths.privacyAgreement(region.id, one.id), notice)
}
