import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Saved } from '../../papers/documents/documents.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { causesKind, causesOf, parentsFor, shortly, stands } from '../causes/causes.ts'
import { causeAt } from '../hypotheses/store.ts'
import type { PaperAt } from '../papers/papers.ts'
import { paperClash } from '../papers/routes.ts'
import { mergeInto, revive, withdraw } from './actions.ts'
import { endForm, mergerForm } from './forms.ts'
import { hypothesisEndPage } from './pages.ts'

type Here = Call & Seen['region']

export const hypothesisEndRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/causes/:causeId/end': { may: 'paper.write', run: (call) => ask(call) },
  'POST /regions/:regionId/causes/:causeId/end': { may: 'paper.write', run: end },
  'POST /regions/:regionId/causes/:causeId/merger': { may: 'paper.write', run: merge },
  'POST /regions/:regionId/causes/:causeId/revival': { may: 'paper.write', run: think },
}

async function ask(call: Here, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const { at, cause } = await causeAt(call)
  if (at.closed) throw new Problem('forbidden', at.closed)
  const props = hypothesisEndPage(ctx.actor, { region, at, cause, form })
  const crumbs = regionCrumbs(
    region,
    [causesKind.title, paths.causes(region.id)],
    [shortly(cause.text, 20), paths.cause(region.id, cause.id)],
    '取り下げる・統合する',
  )
  return page('tools/hypothesis-ends/show', { ...props, title: props.heading, crumbs }, status)
}

const savedTo = (call: Here, at: PaperAt, saved: Saved, words: string): Reply | Promise<Reply> => {
  const home = paths.cause(call.region.id, call.params.causeId ?? '')
  if (saved.kind === 'clash') return paperClash(call, at, { saved, saveTo: call.url, backTo: home })
  return redirect(home, words)
}

async function end(call: Here): Promise<Reply> {
  const { at, cause } = await causeAt(call)
  const input = readForm(endForm, call.body)
  if (!input.ok) return ask(call, input.form, 422)
  const saved = await withdraw(call.ctx, call.region, { id: cause.id, reason: input.data.reason })
  return savedTo(call, at, saved, '取り下げました。理由といっしょに残ります')
}

const NOT_INTO = '自分自身や、この仮説から出た「なぜ？」、取り下げた仮説には統合できません。別の仮説を選んでください'

async function merge(call: Here): Promise<Reply> {
  const { at, cause } = await causeAt(call)
  const input = readForm(mergerForm, call.body)
  if (!input.ok) return ask(call, input.form, 422)
  const { into } = input.data
  const isOpen = parentsFor(causesOf(at.head.body), cause.id).some((one) => one.id === into && stands(one))
  if (!isOpen) return ask(call, withError(input.form, 'into', NOT_INTO), 422)
  const saved = await mergeInto(call.ctx, call.region, { id: cause.id, into })
  return savedTo(call, at, saved, '統合しました。裏づけと「なぜ？」も移りました')
}

async function think(call: Here): Promise<Reply> {
  const { at, cause } = await causeAt(call)
  return savedTo(call, at, await revive(call.ctx, call.region, cause), 'もう一度考えることにしました')
}
