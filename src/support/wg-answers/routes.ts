import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { askOpenYear } from '../bodies/actions.ts'
import { regionWords } from '../opinion-tables/opinion-tables.ts'
import { namesAround } from '../opinion-tables/store.ts'
import { sawAnswers, withdrawOpinion } from '../wg-opinions/actions.ts'
import { withdrawalForm } from '../wg-opinions/forms.ts'
import { opinionById } from '../wg-opinions/store.ts'
import type { Answered } from '../wg-opinions/wg-opinions.ts'
import { answerOpinion, passOn, tellAuthors } from './actions.ts'
import { answerForm, passingForm } from './forms.ts'
import { type OpinionView, opinionPage } from './pages.ts'

type InProgramme = Call & Seen['programme']

export const wgAnswerRoutes: RouteTable<'programme'> = {
  'POST /programmes/:programmeId/opinions/letters': { may: 'opinion.answer', run: tell },
  'GET /programmes/:programmeId/opinions/:opinionId': { may: 'review.view', run: (call) => show(call) },
  'POST /programmes/:programmeId/opinions/:opinionId/answers': { may: 'opinion.answer', run: answer },
  'POST /programmes/:programmeId/opinions/:opinionId/passing': { may: 'opinion.answer', run: pass },
  'POST /programmes/:programmeId/opinions/:opinionId/withdrawal': { may: 'opinion.say', run: withdraw },
}

async function opinionAsked({ ctx, programme, params }: InProgramme): Promise<Answered> {
  const one = await opinionById(ctx.db, programme.id, params.opinionId ?? '')
  if (!one) throw notFound()
  return one
}

async function show(call: InProgramme, forms: OpinionView['forms'] = {}, status = 200): Promise<Reply> {
  const { ctx, programme } = call
  const opinion = await opinionAsked(call)
  // Taken back, it is its author's and the secretariat's.
  const isTheirs = opinion.authorId === ctx.actor.personId || may(ctx.actor, 'opinion.answer', programme)
  if (opinion.withdrawnAt && !isTheirs) throw notFound()
  await sawAnswers(ctx, [opinion])
  const view = { actor: ctx.actor, programme, opinion, around: await namesAround(ctx, programme), forms }
  return page('support/wg-answers/show', opinionPage(view), status)
}

async function answer(call: InProgramme): Promise<Reply> {
  askOpenYear(call.programme)
  const opinion = await opinionAsked(call)
  const input = readForm(answerForm, call.body)
  if (!input.ok) return show(call, { answer: input.form }, 422)
  await answerOpinion(call.ctx, opinion, { ...input.data, base: String(call.body.base ?? '') })
  return redirect(paths.wgOpinion(call.programme.id, opinion.id), '対応を書きました。言った人のホームに出ます')
}

async function pass(call: InProgramme): Promise<Reply> {
  askOpenYear(call.programme)
  const opinion = await opinionAsked(call)
  const input = readForm(passingForm, call.body)
  if (!input.ok) return show(call, { passing: input.form }, 422)
  await passOn(call.ctx, opinion, input.data.passed)
  return redirect(paths.wgOpinion(call.programme.id, opinion.id), '地域に伝えました。地域の全員が読めます')
}

async function withdraw(call: InProgramme): Promise<Reply> {
  const { ctx, programme } = call
  askOpenYear(programme)
  const opinion = await opinionAsked(call)
  if (opinion.authorId !== ctx.actor.personId && !may(ctx.actor, 'opinion.answer', programme))
    throw new Problem('forbidden', 'ほかの人の意見は取り下げられません', ['意見を言った人', '事務局'])
  const input = readForm(withdrawalForm, call.body)
  if (!input.ok) return show(call, { withdrawal: input.form }, 422)
  const about = regionWords(opinion, await namesAround(ctx, programme))
  await withdrawOpinion(ctx, opinion, { about, reason: input.data.reason })
  return redirect(paths.wgOpinions(programme.id), '意見を取り下げました')
}

async function tell(call: InProgramme): Promise<Reply> {
  askOpenYear(call.programme)
  const { people } = await tellAuthors(call.ctx, call.programme, call.origin)
  const said = people > 0 ? `${people}人に手紙を送ります` : 'まだ知らせていない対応はありません'
  return redirect(paths.wgOpinions(call.programme.id), said)
}
