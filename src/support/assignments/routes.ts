import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { HOMEWORK_UPLOAD } from '../homework/homework.ts'
import { meetingsOfRegion } from '../meetings/store.ts'
import { ownerRoleOf, sideOf } from '../owners/owners.ts'
import { type Agreed, isDone, isHomework } from '../promises/promises.ts'
import { promisesOfRegion } from '../promises/store.ts'
import { writableCircles } from '../records/records.ts'
import { toolsOf } from '../tool-files/store.ts'
import { askHomework } from './actions.ts'
import { assignmentForm } from './forms.ts'
import { assignmentPage } from './pages.ts'

type RegionCall = Call & Seen['region']

/** Mounted before /homework/:promiseId. */
export const assignmentRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/homework/new': { may: 'homework.ask', run: (call) => show(call) },
  'POST /regions/:regionId/homework/new': { may: 'homework.ask', run: save, upload: HOMEWORK_UPLOAD },
}

/** The promise that becomes a homework, when one is named. */
async function fromPromise({ ctx, region, query }: RegionCall): Promise<Agreed | null> {
  if (!query.promise) return null
  const promises = await promisesOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
  const promise = promises.find(({ id }) => id === query.promise)
  if (!promise) throw notFound()
  if (isDone(promise) || isHomework(promise))
    throw new Problem('conflict', 'この約束は、すでに宿題か実践になっています')
  return promise
}

function valuesOf(promise: Agreed | null): Record<string, string> {
  if (!promise) return { ownerRole: 'municipality', circle: 'region' }
  const { text, owner, circle, dueOn, dueText, meetingId } = promise
  const due = dueOn ? wareki(dueOn) : (dueText ?? '')
  return { text, owner, circle, due, meetingId: meetingId ?? '', ownerRole: ownerRoleOf(promise) }
}

async function choicesOf({ ctx, region }: RegionCall) {
  const tools = (await toolsOf(ctx.db, region.programmeId)).filter((tool) => !tool.retiredAt)
  return { tools, meetings: await meetingsOfRegion(ctx.db, region.id) }
}

async function show(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const promise = await fromPromise(call)
  const { tools, meetings } = await choicesOf(call)
  const first = emptyForm(valuesOf(promise))
  const props = assignmentPage({ actor: ctx.actor, region, promise, meetings, tools, form: form ?? first })
  const crumbs = regionCrumbs(region, ['約束・宿題・実践', paths.promises(region.id)], '宿題を出す')
  return page('support/assignments/new', { ...props, title: '宿題を出す', crumbs }, status)
}

async function save(call: RegionCall): Promise<Reply> {
  const { ctx, region, files } = call
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const { tools, meetings } = await choicesOf(call)
  const choices = { circles: writableCircles(ctx.actor, region), meetingIds: meetings.map(({ id }) => id) }
  const input = readForm(assignmentForm({ ...choices, toolIds: tools.map(({ id }) => id) }), call.body)
  const fault = Object.values(call.fileFaults)[0]
  if (fault) return show(call, withError(input.form, 'file', fault), 422)
  if (!input.ok) return show(call, input.form, 422)
  const { why, tools: toolIds, due, meetingId, ...rest } = input.data
  const asked = { ...rest, ...due, side: sideOf(rest.ownerRole), meetingId: meetingId || null }
  const id = await askHomework(ctx, region, { promise: await fromPromise(call), asked, why, toolIds, files })
  return redirect(paths.homework(region.id, id), '宿題を出しました。頼まれた人の「次にやること」に出ます')
}
