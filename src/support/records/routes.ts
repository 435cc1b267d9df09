import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { teamOf } from '../../programme/teams/store.ts'
import { inForceOn } from '../../programme/teams/teams.ts'
import { shownAdvice } from '../advice/advice.ts'
import { adviceOfRegion } from '../advice/store.ts'
import type { Slot } from '../meetings/meetings.ts'
import { slotsOfRegion } from '../meetings/store.ts'
import { shownPromise } from '../promises/promises.ts'
import { promisesOfRegion } from '../promises/store.ts'
import { recordMeeting } from './actions.ts'
import { recordForm } from './forms.ts'
import { meetingPage, recordPage } from './pages.ts'
import { writableCircles } from './records.ts'
import { linesOf } from './store.ts'

type RegionCall = Call & Seen['region']

export const recordRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/meetings/:n': { may: 'region.view', run: show },
  'GET /regions/:regionId/meetings/:n/record': { may: 'meeting.record', run: (call) => askRecord(call) },
  'POST /regions/:regionId/meetings/:n/record': { may: 'meeting.record', run: record },
}

async function slotAsked({ ctx, region, params }: RegionCall): Promise<Slot> {
  const slots = region.isSelected ? await slotsOfRegion(ctx.db, region, ctx.now) : []
  const slot = slots.find(({ number }) => String(number) === params.n)
  if (!slot) throw notFound()
  return slot
}

async function openSlot(call: RegionCall): Promise<Slot> {
  const reason = notAliveReason(call.region)
  if (reason) throw new Problem('conflict', reason)
  return slotAsked(call)
}

const trail = ({ region }: RegionCall, slot: Slot, last?: string) =>
  last
    ? regionCrumbs(
        region,
        ['回と日程', paths.meetings(region.id)],
        [slot.label, paths.meeting(region.id, slot.number)],
        last,
      )
    : regionCrumbs(region, ['回と日程', paths.meetings(region.id)], slot.label)

async function show(call: RegionCall): Promise<Reply> {
  const { ctx, region } = call
  const slot = await slotAsked(call)
  const circles = circlesReadBy(ctx.actor, region)
  const id = slot.meeting?.id
  const steps = await stepsOf(ctx.db, [region.programmeId])
  const lines = id ? await linesOf(ctx.db, [id], circles) : []
  const advice = id ? (await adviceOfRegion(ctx.db, region.id, circles)).filter((a) => a.meetingId === id) : []
  const promises = id ? (await promisesOfRegion(ctx.db, region.id, circles)).filter((p) => p.meetingId === id) : []
  const around = { meetingLabels: new Map([[id ?? '', slot.label]]), isImported: region.importedAt !== null }
  const stepLabels = new Map(steps.map((step) => [step.key, step.label]))
  const props = meetingPage({
    actor: ctx.actor,
    region,
    slot,
    lines,
    advice: advice.map((a) => shownAdvice(a, around)),
    promises: promises.map((p) => ({ side: p.side, shown: shownPromise(p, { now: ctx.now, stepLabels }) })),
  })
  return page('support/records/show', { ...props, title: `${region.name} ${slot.label}`, crumbs: trail(call, slot) })
}

async function advisorsOf({ ctx, region }: RegionCall): Promise<Map<string, string>> {
  const team = await teamOf(ctx.db, region)
  const day = today(ctx.now)
  return new Map(team.filter((m) => m.role === 'advisor' && inForceOn(m, day)).map((m) => [m.personId, m.name]))
}

async function askRecord(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const slot = await openSlot(call)
  if (slot.meeting?.fixedAt) throw new Problem('conflict', 'この回の記録はすでに確定しています')
  const { actor, now } = call.ctx
  const heldOn = slot.meeting?.heldOn && slot.meeting.heldOn <= today(now) ? slot.meeting.heldOn : ''
  const mine = actor.memberships.some((m) => m.role === 'advisor' && m.regionId === call.region.id)
    ? (actor.personId ?? '')
    : ''
  const first = {
    heldOn,
    mode: slot.meeting?.mode ?? 'online',
    circle: 'region',
    'advice.0.advisor': mine,
    'advice.1.advisor': mine,
  }
  const props = recordPage(actor, call.region, {
    slot,
    form: form ?? emptyForm(first),
    advisors: await advisorsOf(call),
  })
  return page('support/records/record', { ...props, title: props.heading, crumbs: trail(call, slot, '記録') }, status)
}

const NOTHING = '状況・決まったこと・助言・次にすることのうち、どれか1つは書いてください'

async function record(call: RegionCall): Promise<Reply> {
  const slot = await openSlot(call)
  const input = readForm(recordForm(writableCircles(call.ctx.actor, call.region), today(call.ctx.now)), call.body)
  if (!input.ok) return askRecord(call, input.form, 422)
  const { situation, decided, note, advice, promises } = input.data
  const isEmpty = [situation, decided, note].every((text) => text === '') && advice.length + promises.length === 0
  if (isEmpty) return askRecord(call, withError(input.form, 'situation', NOTHING), 422)
  await recordMeeting(call.ctx, call.region, { slot, record: input.data, advisors: await advisorsOf(call) })
  return redirect(paths.meeting(call.region.id, slot.number), `${slot.label}を記録しました`)
}
