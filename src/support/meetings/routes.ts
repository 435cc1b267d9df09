import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { addExtraMeeting, cancelMeeting, scheduleMeeting } from './actions.ts'
import { cancellationForm, extraForm, scheduleForm } from './forms.ts'
import type { Slot } from './meetings.ts'
import { cancellationPage, meetingsPage, schedulePage, scheduleValues } from './pages.ts'
import { slotsOfRegion } from './store.ts'

type RegionCall = Call & Seen['region']

export const meetingRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/meetings': { may: 'region.view', run: list },
  'GET /regions/:regionId/meetings/new': { may: 'meeting.schedule', run: (call) => askExtra(call) },
  'POST /regions/:regionId/meetings': { may: 'meeting.schedule', run: addExtra },
  'GET /regions/:regionId/meetings/:n/schedule': { may: 'meeting.schedule', run: (call) => askSchedule(call) },
  'POST /regions/:regionId/meetings/:n/schedule': { may: 'meeting.schedule', run: schedule },
  'GET /regions/:regionId/meetings/:n/cancellation': { may: 'meeting.schedule', run: (call) => askCancellation(call) },
  'POST /regions/:regionId/meetings/:n/cancellation': { may: 'meeting.schedule', run: cancel },
}

async function slotAsked(call: RegionCall): Promise<Slot> {
  askAlive(call.region)
  const slot = (await slotsOfRegion(call.ctx.db, call.region, call.ctx.now)).find(
    ({ number }) => String(number) === call.params.n,
  )
  if (!slot) throw notFound()
  return slot
}

function askAlive(region: Region): void {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
}

async function list(call: RegionCall): Promise<Reply> {
  const props = meetingsPage(call.ctx.actor, call.region, await slotsOfRegion(call.ctx.db, call.region, call.ctx.now))
  return page('support/meetings/index', {
    ...props,
    title: `${call.region.name} 回と日程`,
    crumbs: regionCrumbs(call.region, '回と日程'),
  })
}

const trail = (call: RegionCall, slot: Slot, last: string) =>
  regionCrumbs(
    call.region,
    ['回と日程', paths.meetings(call.region.id)],
    [slot.label, paths.meeting(call.region.id, slot.number)],
    last,
  )

async function askSchedule(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const slot = await slotAsked(call)
  const props = schedulePage(call.ctx.actor, call.region, { slot, form: form ?? scheduleValues(slot) })
  return page(
    'support/meetings/schedule',
    { ...props, title: props.heading, crumbs: trail(call, slot, '予定') },
    status,
  )
}

async function schedule(call: RegionCall): Promise<Reply> {
  const slot = await slotAsked(call)
  const input = readForm(scheduleForm, call.body)
  if (!input.ok) return askSchedule(call, input.form, 422)
  if (input.data.time && !input.data.heldOn)
    return askSchedule(call, withError(input.form, 'heldOn', '時刻を決めるときは、日も入れてください'), 422)
  await scheduleMeeting(call.ctx, call.region, slot, input.data)
  return redirect(paths.meeting(call.region.id, slot.number), `${slot.label}の予定を決めました`)
}

async function askExtra(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  askAlive(call.region)
  const props = schedulePage(call.ctx.actor, call.region, { slot: null, form: form ?? emptyForm({ mode: 'online' }) })
  const crumbs = regionCrumbs(call.region, ['回と日程', paths.meetings(call.region.id)], '回を加える')
  return page('support/meetings/schedule', { ...props, title: props.heading, crumbs }, status)
}

async function addExtra(call: RegionCall): Promise<Reply> {
  const input = readForm(extraForm, call.body)
  if (!input.ok) return askExtra(call, input.form, 422)
  askAlive(call.region)
  const { label, ...rest } = input.data
  const n = await addExtraMeeting(call.ctx, call.region, label, rest)
  return redirect(paths.meeting(call.region.id, n), `「${label}」を加えました`)
}

async function askCancellation(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const slot = await slotAsked(call)
  const props = cancellationPage(call.ctx.actor, call.region, { slot, form: form ?? emptyForm() })
  return page(
    'support/meetings/cancellation',
    { ...props, title: props.heading, crumbs: trail(call, slot, '中止') },
    status,
  )
}

async function cancel(call: RegionCall): Promise<Reply> {
  const slot = await slotAsked(call)
  const input = readForm(cancellationForm, call.body)
  if (!input.ok) return askCancellation(call, input.form, 422)
  await cancelMeeting(call.ctx, call.region, slot, input.data.reason)
  return redirect(paths.meeting(call.region.id, slot.number), `${slot.label}を中止にしました。理由は履歴に残っています`)
}
