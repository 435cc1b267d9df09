import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { MAX_BYTES, MAX_FILES, TAKEN_KINDS } from '../../programme/region-files/region-files.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { filesOfPromise } from '../promise-files/store.ts'
import { type Agreed, isDone } from '../promises/promises.ts'
import { promisesOfRegion } from '../promises/store.ts'
import { writableCircles } from '../records/records.ts'
import { amendPractice, recordPractice } from './actions.ts'
import { freePracticeForm, practiceForm, touchesOf } from './forms.ts'
import { practiceFormPage, practicePage } from './pages.ts'
import { mayAmend, mayFinish, usualOwner, valuesOf } from './practices.ts'
import { causesOf } from './store.ts'

type RegionCall = Call & Seen['region']

const upload = { kinds: TAKEN_KINDS, maxBytes: MAX_BYTES, maxFiles: MAX_FILES }

export const practiceRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/practices/new': { may: 'practice.record', run: (call) => write(call) },
  'POST /regions/:regionId/practices/new': { may: 'practice.record', run: record, upload },
  'GET /regions/:regionId/promises/:promiseId/outcome': { may: 'practice.record', run: (call) => finish(call) },
  'POST /regions/:regionId/promises/:promiseId/outcome': { may: 'practice.record', run: finished, upload },
  'GET /regions/:regionId/practices/:promiseId': { may: 'region.view', run: show },
  'GET /regions/:regionId/practices/:promiseId/more': { may: 'practice.record', run: (call) => amend(call) },
  'POST /regions/:regionId/practices/:promiseId': { may: 'practice.record', run: amended, upload },
}

async function formPage(
  call: RegionCall,
  asking: { promise: Agreed | null; isAmending: boolean },
  { form, status = 200 }: { form: FormState; status?: number },
): Promise<Reply> {
  const { ctx, region } = call
  const causes = await causesOf(ctx.db, region.id)
  const files = asking.promise ? await filesOfPromise(ctx.db, asking.promise.id) : []
  const props = practiceFormPage({ actor: ctx.actor, region, causes, files, form }, asking)
  const crumbs = regionCrumbs(region, ['約束・宿題・実践', paths.promises(region.id)], props.heading)
  return page('support/practices/form', { ...props, title: props.heading, crumbs }, status)
}

function askAlive({ region }: RegionCall): void {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
}

async function write(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  askAlive(call)
  const first = { heldOn: wareki(today(call.ctx.now)), circle: 'region' }
  const usual = emptyForm({ ...first, ownerRole: usualOwner(call.ctx.actor, call.region) ?? 'municipality' })
  return formPage(call, { promise: null, isAmending: false }, { form: form ?? usual, status })
}

const faultOf = (call: Call) => Object.values(call.fileFaults)[0] ?? null

async function record(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const { ctx, region } = call
  const causes = await causesOf(ctx.db, region.id)
  const input = readForm(freePracticeForm(causes, today(ctx.now), writableCircles(ctx.actor, region)), call.body)
  const fault = faultOf(call)
  if (!input.ok || fault) return write(call, fault ? withError(input.form, 'file', fault) : input.form, 422)
  const { text, ownerRole, circle } = input.data
  const id = await recordPractice(ctx, region, { free: { text, ownerRole, circle } }, broughtBy(call, input.data))
  return redirect(paths.practice(region.id, id), '実践を書きました')
}

type Read = NonNullable<ReturnType<ReturnType<typeof practiceForm>['safeParse']>['data']>

const broughtBy = (call: Call, given: Read) => ({
  practice: {
    type: given.type,
    heldOn: given.heldOn as string,
    withWhom: given.withWhom,
    learned: given.learned,
    touches: touchesOf(given),
    isEvidence: given.isEvidence !== '',
  },
  files: call.files,
})

async function asked({ ctx, region, params }: RegionCall): Promise<Agreed> {
  const promises = await promisesOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
  const promise = promises.find(({ id }) => id === params.promiseId)
  if (!promise) throw notFound()
  return promise
}

async function openOne(call: RegionCall): Promise<Agreed> {
  askAlive(call)
  const promise = await asked(call)
  if (isDone(promise)) throw new Problem('conflict', 'この約束は、すでに済みになっています')
  if (!mayFinish(call.ctx.actor, promise, call.region))
    throw new Problem('forbidden', 'この約束を済みにできるのは、行う人と、約束を書ける人です', ['行う人', '事務局'])
  return promise
}

async function finish(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const promise = await openOne(call)
  const first = emptyForm(valuesOf(promise, wareki(today(call.ctx.now))))
  return formPage(call, { promise, isAmending: false }, { form: form ?? first, status })
}

async function finished(call: RegionCall): Promise<Reply> {
  const promise = await openOne(call)
  const input = readForm(practiceForm(await causesOf(call.ctx.db, call.region.id), today(call.ctx.now)), call.body)
  const fault = faultOf(call)
  if (!input.ok || fault) return finish(call, fault ? withError(input.form, 'file', fault) : input.form, 422)
  await recordPractice(call.ctx, call.region, { promise }, broughtBy(call, input.data))
  return redirect(paths.promises(call.region.id), '約束を済みにしました')
}

async function show(call: RegionCall): Promise<Reply> {
  const promise = await asked(call)
  const { ctx, region } = call
  const files = (await filesOfPromise(ctx.db, promise.id)).filter((file) => file.regionId === region.id)
  const crumbs = regionCrumbs(region, ['約束・宿題・実践', paths.promises(region.id)], '実践')
  const props = practicePage({ actor: ctx.actor, region, files }, promise)
  return page('support/practices/show', { ...props, title: '実践', crumbs })
}

async function amendable(call: RegionCall): Promise<Agreed> {
  askAlive(call)
  const promise = await asked(call)
  if (!mayAmend(call.ctx.actor, promise, call.region))
    throw new Problem('forbidden', 'この実践に書き足せるのは、行った人と事務局です', ['行った人', '事務局'])
  return promise
}

async function amend(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const promise = await amendable(call)
  const first = emptyForm(valuesOf(promise, today(call.ctx.now)))
  return formPage(call, { promise, isAmending: true }, { form: form ?? first, status })
}

async function amended(call: RegionCall): Promise<Reply> {
  const promise = await amendable(call)
  const input = readForm(practiceForm(await causesOf(call.ctx.db, call.region.id), today(call.ctx.now)), call.body)
  const fault = faultOf(call)
  if (!input.ok || fault) return amend(call, fault ? withError(input.form, 'file', fault) : input.form, 422)
  await amendPractice(call.ctx, call.region, promise, broughtBy(call, input.data))
  return redirect(paths.practice(call.region.id, promise.id), '書き足しました')
}
