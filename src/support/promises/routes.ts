import { circlesReadBy } from '../../access/circles.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { sideOf } from '../owners/owners.ts'
import { writableCircles } from '../records/records.ts'
import { makePromise, waivePromise } from './actions.ts'
import { promiseForm, waiverForm } from './forms.ts'
import { promisesPage, waiverPage } from './pages.ts'
import { type Agreed, isDone } from './promises.ts'
import { promisesOfRegion } from './store.ts'
import { promiseList } from './workbook.ts'

type RegionCall = Call & Seen['region']

const HERE = '約束・宿題・実践'

export const promiseRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/promises', 'region.view', taken),
  'GET /regions/:regionId/promises': { may: 'region.view', run: (call) => list(call) },
  'POST /regions/:regionId/promises': { may: 'promise.make', run: make },
  'GET /regions/:regionId/promises/:promiseId/waiver': { may: 'homework.ask', run: (call) => askWaiver(call) },
  'POST /regions/:regionId/promises/:promiseId/waiver': { may: 'homework.ask', run: waive },
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
  form: FormState = emptyForm({ ownerRole: 'municipality', circle: 'region' }),
  status = 200,
): Promise<Reply> {
  const { ctx, region } = call
  const promises = await promisesRead(call)
  const view = { actor: ctx.actor, region, promises, stepLabels: await labelsOf(call), now: ctx.now, form }
  const crumbs = regionCrumbs(region, HERE)
  return page('support/promises/index', { ...promisesPage(view), title: `${region.name} ${HERE}`, crumbs }, status)
}

async function make(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const input = readForm(promiseForm(writableCircles(call.ctx.actor, call.region)), call.body)
  if (!input.ok) return list(call, input.form, 422)
  const { due, ...rest } = input.data
  await makePromise(call.ctx, call.region, { ...rest, ...due, side: sideOf(rest.ownerRole) })
  return redirect(paths.promises(call.region.id), '約束を書きました')
}

async function openOne(call: RegionCall): Promise<Agreed> {
  askAlive(call)
  const promise = (await promisesRead(call)).find(({ id }) => id === call.params.promiseId)
  if (!promise) throw notFound()
  if (isDone(promise)) throw new Problem('conflict', 'この約束は、すでに済みか見送りになっています')
  return promise
}

async function askWaiver(call: RegionCall, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const promise = await openOne(call)
  const { actor, now } = call.ctx
  const props = waiverPage({ actor, region: call.region, stepLabels: await labelsOf(call), now, form }, promise)
  const crumbs = regionCrumbs(call.region, [HERE, paths.promises(call.region.id)], '見送る')
  return page('support/promises/waiver', { ...props, title: 'しないことにする', crumbs }, status)
}

async function waive(call: RegionCall): Promise<Reply> {
  const promise = await openOne(call)
  const input = readForm(waiverForm, call.body)
  if (!input.ok) return askWaiver(call, input.form, 422)
  await waivePromise(call.ctx, call.region, promise, input.data.reason)
  return redirect(paths.promises(call.region.id), 'しないことにしました。理由といっしょに残ります')
}

async function taken(call: RegionCall): Promise<NamedList> {
  return {
    name: `${call.region.name}_${HERE}`,
    ...promiseList(await promisesRead(call), await labelsOf(call)),
  }
}
