import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { instantAt, today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { giveAdvice } from '../../support/advice/actions.ts'
import { adviceForm } from '../../support/advice/forms.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { notesOfRegion } from '../../support/notes/store.ts'
import { writableCircles } from '../../support/records/records.ts'
import { movedSheets } from '../desk-news/store.ts'
import { guidePage } from '../meeting-guide/pages.ts'
import type { Situation } from '../situations/situations.ts'
import { situationsOf } from '../situations/store.ts'
import { lastHeld } from './desk.ts'
import { deskPage } from './pages.ts'

type RegionCall = Call & Seen['region']

export const deskRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/meetings/:n/desk': { may: 'desk.view', run: (call) => show(call) },
  'POST /regions/:regionId/meetings/:n/desk': { may: 'advice.give', run: give },
  'GET /regions/:regionId/meetings/:n/guide': { may: 'desk.view', run: guide },
}

async function at({ ctx, region, params }: RegionCall): Promise<{ situation: Situation; slot: Slot }> {
  const [situation] = region.isSelected ? await situationsOf(ctx, [region]) : []
  const slot = situation?.slots.find(({ number }) => String(number) === params.n)
  if (!situation || !slot) throw notFound()
  return { situation, slot }
}

async function show(call: RegionCall, form = emptyForm({ circle: 'region' }), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const { situation, slot } = await at(call)
  const last = lastHeld(situation.slots, slot.number)
  const since = last?.meeting?.heldOn ?? today(region.createdAt)
  const begun = last?.meeting?.startsAt ?? instantAt(since, '00:00')
  const sheets = await movedSheets(ctx.db, ctx.actor, { region, since: begun })
  const notes = await notesOfRegion(ctx.db, region.id)
  const view = { actor: ctx.actor, now: ctx.now, situation, slot, last, since, sheets, noteCount: notes.length, form }
  return page('overview/desk/show', deskPage(view), status)
}

async function give(call: RegionCall): Promise<Reply> {
  const { ctx, region } = call
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const { slot } = await at(call)
  const input = readForm(adviceForm(writableCircles(ctx.actor, region)), call.body)
  if (!input.ok) return show(call, input.form, 422)
  const isHeld = slot.state === 'held' || slot.state === 'done'
  const meetingId = isHeld ? (slot.meeting?.id ?? null) : null
  const { text, circle } = input.data
  const isSent = call.body.then !== 'draft'
  await giveAdvice(ctx, region, { text, circle, meetingId, isSent })
  return redirect(
    paths.desk(region.id, slot.number),
    isSent ? '助言を送りました' : '下書きに残しました。助言のページにあります',
  )
}

async function guide(call: RegionCall): Promise<Reply> {
  const { situation, slot } = await at(call)
  return page('overview/meeting-guide/show', guidePage(call.ctx.actor, situation, slot))
}
