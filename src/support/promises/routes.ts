import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { writableCircles } from '../records/records.ts'
import { keepPromise, makePromise } from './actions.ts'
import { outcomeForm, promiseForm } from './forms.ts'
import { outcomePage, promisesPage } from './pages.ts'
import { type Agreed, isDone } from './promises.ts'
import { promisesOfRegion } from './store.ts'

type RegionCall = Call & Seen['region']

export const promiseRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/promises': { may: 'region.view', run: (call) => list(call) },
  'POST /regions/:regionId/promises': { may: 'promise.make', run: make },
  'GET /regions/:regionId/promises/:promiseId/outcome': { may: 'promise.make', run: (call) => askOutcome(call) },
  'POST /regions/:regionId/promises/:promiseId/outcome': { may: 'promise.make', run: saveOutcome },
}

const promisesRead = ({ ctx, region }: RegionCall) =>
  promisesOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
const labelsOf = async ({ ctx, region }: RegionCall) =>
  new Map((await stepsOf(ctx.db, [region.programmeId])).map((step) => [step.key, step.label]))

function askAlive({ region }: RegionCall): void {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
}

async function list(
  call: RegionCall,
  form: FormState = emptyForm({ side: 'town', circle: 'region' }),
  status = 200,
): Promise<Reply> {
  const { ctx, region } = call
  const view = {
    actor: ctx.actor,
    region,
    promises: await promisesRead(call),
    stepLabels: await labelsOf(call),
    now: ctx.now,
    form,
  }
  const crumbs = regionCrumbs(region, '約束と実践')
  return page('support/promises/index', { ...promisesPage(view), title: `${region.name} 約束と実践`, crumbs }, status)
}

async function make(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const input = readForm(promiseForm(writableCircles(call.ctx.actor, call.region)), call.body)
  if (!input.ok) return list(call, input.form, 422)
  const { due, ...rest } = input.data
  await makePromise(call.ctx, call.region, { ...rest, ...due })
  return redirect(paths.promises(call.region.id), '約束を書きました')
}

async function openOne(call: RegionCall): Promise<Agreed> {
  askAlive(call)
  const promise = (await promisesRead(call)).find(({ id }) => id === call.params.promiseId)
  if (!promise) throw notFound()
  if (isDone(promise)) throw new Problem('conflict', 'この約束は、すでに済みになっています')
  return promise
}

async function askOutcome(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const promise = await openOne(call)
  const { actor, now } = call.ctx
  const first = emptyForm({ heldOn: wareki(today(now)) })
  const props = outcomePage(
    { actor, region: call.region, stepLabels: await labelsOf(call), now, form: form ?? first },
    promise,
  )
  const crumbs = regionCrumbs(call.region, ['約束と実践', paths.promises(call.region.id)], '済みにする')
  return page('support/promises/outcome', { ...props, title: '約束を済みにする', crumbs }, status)
}

async function saveOutcome(call: RegionCall): Promise<Reply> {
  const promise = await openOne(call)
  const input = readForm(outcomeForm(today(call.ctx.now)), call.body)
  if (!input.ok) return askOutcome(call, input.form, 422)
  await keepPromise(call.ctx, call.region, promise, input.data.heldOn as string)
  return redirect(paths.promises(call.region.id), '約束を済みにしました')
}
