import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Saved } from '../../papers/documents/documents.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { type Cause, causesKind, shortly } from '../causes/causes.ts'
import { causeAt } from '../hypotheses/store.ts'
import { answersIn, baseIn } from '../papers/forms.ts'
import type { PaperAt } from '../papers/papers.ts'
import { paperClash } from '../papers/routes.ts'
import { addEvidence, changeEvidence, removeEvidence } from './actions.ts'
import { type Evidence, evidenceOf, percentOf } from './evidence.ts'
import { evidenceForm } from './forms.ts'
import { evidencePage } from './pages.ts'

type Here = Call & Seen['region']

export const evidenceRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/causes/:causeId/evidence': {
    may: 'paper.write',
    run: async (call) => draw(call, null, emptyForm({ side: call.query.side === 'against' ? 'against' : 'for' })),
  },
  'POST /regions/:regionId/causes/:causeId/evidence': { may: 'paper.write', run: add },
  'GET /regions/:regionId/causes/:causeId/evidence/:evidenceId': { may: 'paper.write', run: show },
  'POST /regions/:regionId/causes/:causeId/evidence/:evidenceId': { may: 'paper.write', run: save },
  'POST /regions/:regionId/causes/:causeId/evidence/:evidenceId/removal': { may: 'paper.write', run: remove },
}

async function draw(call: Here, evidence: Evidence | null, form: FormState, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const { at, cause } = await causeAt(call)
  if (at.closed) throw new Problem('forbidden', at.closed)
  const base = baseIn(form.values) ?? at.head.number
  const props = evidencePage({ actor: ctx.actor, region, at, cause, evidence, base, form })
  const crumbs = regionCrumbs(
    region,
    [causesKind.title, paths.causes(region.id)],
    [shortly(cause.text, 20), paths.cause(region.id, cause.id)],
    props.heading,
  )
  return page('tools/evidence/edit', { ...props, title: props.heading, crumbs }, status)
}

async function add(call: Here): Promise<Reply> {
  const { cause } = await causeAt(call)
  const input = readForm(evidenceForm, call.body)
  if (!input.ok) return draw(call, null, input.form, 422)
  await addEvidence(call.ctx, call.region, { ...input.data, cause: cause.id })
  return redirect(paths.cause(call.region.id, cause.id), addedWords(input.data))
}

function addedWords(given: Pick<Evidence, 'side' | 'numerator' | 'denominator'>): string {
  const share = percentOf(given)
  const figure = share === null ? '' : `（${share}%、n＝${given.denominator}）`
  return given.side === 'for' ? `裏づけを足しました${figure}` : `合わないものを足しました${figure}`
}

async function evidenceAt(call: Here): Promise<{ at: PaperAt; cause: Cause; evidence: Evidence }> {
  const { at, cause } = await causeAt(call)
  const id = call.params.evidenceId
  const evidence = evidenceOf(at.head.body).find((one) => one.id === id && one.cause === cause.id)
  if (!evidence) throw notFound()
  return { at, cause, evidence }
}

async function show(call: Here): Promise<Reply> {
  const { evidence } = await evidenceAt(call)
  const { rest: _, ...values } = evidence
  return draw(call, evidence, emptyForm(values))
}

const savedTo = (call: Here, at: PaperAt, saved: Saved, words: string): Reply | Promise<Reply> => {
  const home = paths.cause(call.region.id, call.params.causeId ?? '')
  if (saved.kind === 'clash') return paperClash(call, at, { saved, saveTo: call.url, backTo: home })
  return redirect(home, words)
}

async function save(call: Here): Promise<Reply> {
  const { at, cause, evidence } = await evidenceAt(call)
  const input = readForm(evidenceForm, call.body)
  if (!input.ok) return draw(call, evidence, input.form, 422)
  const edit = { id: evidence.id, given: { ...input.data, cause: cause.id }, base: baseIn(call.body) }
  const saved = await changeEvidence(call.ctx, call.region, { ...edit, ...answersIn(call.body) })
  return savedTo(call, at, saved, '裏づけを直しました')
}

async function remove(call: Here): Promise<Reply> {
  const { at, evidence } = await evidenceAt(call)
  const saved = await removeEvidence(call.ctx, call.region, { id: evidence.id, base: baseIn(call.body) })
  return savedTo(call, at, saved, '裏づけを消しました。変更の記録から戻せます')
}
