import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { causesKind, causesOf, shortly, stands } from '../causes/causes.ts'
import { chosenRead } from '../journey-choices/store.ts'
import { counted } from '../journey-counts/journey-counts.ts'
import { drawingOf } from '../journey-papers/paper.ts'
import { closedReason, paperAt } from '../papers/store.ts'
import { addCountedEvidence } from './actions.ts'
import { evidenceForm } from './forms.ts'
import { journeyKind } from './journeys.ts'
import { journeysPage } from './pages.ts'

type Here = Call & Seen['region']

export const journeyRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/journeys': { may: 'paper.view', run: (call) => list(call, call.query) },
  'POST /regions/:regionId/journey-evidence': { may: 'paper.write', run: makeEvidence },
}

const causesFor = async (call: Here) =>
  causesOf((await paperAt(call, causesKind)).head.body)
    .filter(stands)
    .filter(({ text }) => text !== '')

async function list(call: Here, query: Call['body'], form?: FormState): Promise<Reply> {
  const { ctx, region } = call
  const { journeys, cases, choice } = await chosenRead(call, query)
  const view = {
    ...{ actor: ctx.actor, region, journeys, cases, choice },
    closed: closedReason(ctx, region, journeyKind),
    svg: choice.cases.length > 0 ? drawingOf({ regionName: region.name, choice, today: today(ctx.now) }).svg : '',
    causes: (await causesFor(call)).map(({ id, text }) => ({ value: id, label: shortly(text, 80) })),
    form: form ?? emptyForm({ side: 'for' }),
  }
  const title = `${region.name} ${journeyKind.title}`
  const crumbs = regionCrumbs(region, journeyKind.title)
  return page('tools/journeys/index', { ...journeysPage(view), title, crumbs, form: view.form }, form ? 422 : 200)
}

async function makeEvidence(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const causes = await causesFor(call)
  const input = readForm(evidenceForm(causes.map(({ id }) => id)), call.body)
  if (!input.ok) return list(call, call.body, input.form)
  const { choice } = await chosenRead(call, call.body)
  const saved = await addCountedEvidence(ctx, region, {
    ...input.data,
    counted: counted(choice.cases, choice.counting),
  })
  if (saved.kind === 'clash') throw new Problem('conflict', '仮説が書きかえられました。もう一度お試しください')
  return redirect(paths.cause(region.id, input.data.cause), '経過図で数えた数字を、この仮説の材料にしました')
}
