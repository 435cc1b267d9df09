import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { liveMark, peopleAt } from '../../platform/web/live.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { events, page, part, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { slotsOfRegion } from '../../support/meetings/store.ts'
import { meetingTopic, writableCircles } from '../../support/records/records.ts'
import { addGuest, CLOSED, type Mark, markAttendance, noteDown } from './actions.ts'
import { guestForm, markForm, noteForm } from './forms.ts'
import { type Present, peoplePart } from './live-meeting.ts'
import { type LiveView, livePage, logPart, screenPage, wallPart } from './pages.ts'
import { presentOf, runningOf, saidBefore, stepOf } from './store.ts'

type RegionCall = Call & Seen['region']

export const liveMeetingRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/meetings/:n/live': { may: 'region.view', run: (call) => show(call) },
  'GET /regions/:regionId/meetings/:n/live/screen': { may: 'region.view', run: screen },
  'GET /regions/:regionId/meetings/:n/live/events': { may: 'region.view', run: stream },
  'GET /regions/:regionId/meetings/:n/live/parts/:part': { may: 'region.view', run: piece },
  'POST /regions/:regionId/meetings/:n/live/lines': { may: 'meeting.record', run: addNote },
  'POST /regions/:regionId/meetings/:n/live/attendance': { may: 'meeting.record', run: attend },
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
  const slot = await slotAsked(call)
  if (slot.meeting?.fixedAt) throw new Problem('conflict', CLOSED)
  return slot
}

async function viewOf(call: RegionCall): Promise<LiveView> {
  const { ctx, region } = call
  const mark = liveMark()
  const slot = await slotAsked(call)
  const running = await runningOf(ctx.db, region, slot, circlesReadBy(ctx.actor, region))
  const said = await saidBefore(ctx.db, region, slot, ctx.now)
  return { actor: ctx.actor, region, slot, running, said, mark }
}

/** Who is there is for 地域の全員. */
async function presentSeen({ ctx, region }: RegionCall, slot: Slot): Promise<Present | null> {
  if (!circlesReadBy(ctx.actor, region).includes('region')) return null
  return presentOf(ctx.db, region, slot, ctx.now)
}

const watchersOf = ({ region }: RegionCall, slot: Slot) => peopleAt(meetingTopic(region.id, slot.number, 'region'))

function firstForm({ ctx, region }: RegionCall): FormState {
  const isAdvisor = ctx.actor.memberships.some((m) => m.role === 'advisor' && m.regionId === region.id)
  const advisor = isAdvisor ? (ctx.actor.personId ?? '') : ''
  return emptyForm({ kind: 'decided', circle: 'region', ownerRole: 'municipality', advisor })
}

/** Writing before the day makes today the day it was held: said before the first line. */
const earlyWords = ({ meeting }: Slot, now: Date): string[] =>
  meeting?.heldOn && !meeting.isRecorded && meeting.heldOn > today(now) ? ['いま書くと、きょうの回になります'] : []

async function show(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const view = await viewOf(call)
  const present = await presentSeen(call, view.slot)
  const guide = (await stepOf(call.ctx.db, call.region, view.slot))?.guide ?? null
  const around = { present, guide, watchers: watchersOf(call, view.slot), form: form ?? firstForm(call) }
  const props = livePage(view, around)
  const title = `${props.heading}（会議中）`
  const facts = props.write ? [...props.facts, ...earlyWords(view.slot, call.ctx.now)] : props.facts
  return page('overview/live-meeting/show', { ...props, facts, title, frame: 'bare' }, status)
}

async function screen(call: RegionCall): Promise<Reply> {
  const props = screenPage(await viewOf(call))
  return page('overview/live-meeting/screen', { ...props, title: `${props.heading}（投影）`, frame: 'bare' })
}

/** One topic for each circle its reader reads: what happens elsewhere is not even hinted at. */
async function stream(call: RegionCall): Promise<Reply> {
  const { ctx, region, lastEventId } = call
  const slot = await slotAsked(call)
  const topics = circlesReadBy(ctx.actor, region).map((circle) => meetingTopic(region.id, slot.number, circle))
  return events({ topics, personId: ctx.actor.personId ?? '', after: lastEventId || (call.query.after ?? '') })
}

async function piece(call: RegionCall): Promise<Reply> {
  const view = await viewOf(call)
  if (call.params.part === 'wall') return part('overview/live-meeting/wall', { wall: wallPart(view) })
  if (call.params.part === 'log') {
    const log = logPart({ ...view, watchers: watchersOf(call, view.slot) })
    return part('overview/live-meeting/log', { log })
  }
  const present = call.params.part === 'people' ? await presentSeen(call, view.slot) : null
  if (!present) throw notFound()
  return part('overview/live-meeting/people', { people: peoplePart(view, present) })
}

async function addNote(call: RegionCall): Promise<Reply> {
  const { ctx, region } = call
  const slot = await openSlot(call)
  const input = readForm(noteForm(writableCircles(ctx.actor, region)), call.body)
  if (!input.ok) return show(call, input.form, 422)
  const { advisors } = await presentOf(ctx.db, region, slot, ctx.now)
  await noteDown(ctx, region, { slot, note: input.data, advisors })
  return redirect(paths.meetingLive(region.id, slot.number), '書き足しました')
}

/** One address for one subject: a press beside a name, or somebody new. */
async function attend(call: RegionCall): Promise<Reply> {
  const { ctx, region } = call
  const slot = await openSlot(call)
  const here = paths.meetingLive(region.id, slot.number)
  if (!call.body.mark) {
    const input = readForm(guestForm, call.body)
    if (!input.ok) return show(call, { ...input.form, values: { ...firstForm(call).values, ...call.body } }, 422)
    await addGuest(ctx, region, { slot, guest: input.data })
    return redirect(here, '出席者を加えました')
  }
  const input = readForm(markForm, call.body)
  const { deed, key } = input.ok ? input.data.mark : { deed: '', key: '' }
  const one = (await presentOf(ctx.db, region, slot, ctx.now)).roster.find((row) => row.key === key)
  if (!one || !['present', 'absent', 'head'].includes(deed)) throw notFound()
  await markAttendance(ctx, region, { slot, one, mark: deed as Mark })
  return redirect(here, '出席を記しました')
}
