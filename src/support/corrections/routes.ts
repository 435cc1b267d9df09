import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import type { Slot } from '../meetings/meetings.ts'
import { slotsOfRegion } from '../meetings/store.ts'
import type { MeetingLine } from '../records/records.ts'
import { linesOf, removedLinesOf } from '../records/store.ts'
import { bringBack, correctLine } from './actions.ts'
import { lineForm } from './forms.ts'
import { backOf, linePage, removedPage } from './pages.ts'

type RegionCall = Call & Seen['region']

export const correctionRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/meetings/:n/lines/:lineId': { may: 'meeting.record', run: (call) => askLine(call) },
  'POST /regions/:regionId/meetings/:n/lines/:lineId': { may: 'meeting.record', run: saveLine },
  'GET /regions/:regionId/meetings/:n/lines': { may: 'meeting.record', run: listRemoved },
  'POST /regions/:regionId/meetings/:n/lines/:lineId/restoration': { may: 'meeting.record', run: restore },
}

async function openSlot({ ctx, region, params }: RegionCall): Promise<Slot> {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const slot = (await slotsOfRegion(ctx.db, region, ctx.now)).find(({ number }) => String(number) === params.n)
  if (!slot) throw notFound()
  return slot
}

async function lineAsked(call: RegionCall): Promise<{ slot: Slot; line: MeetingLine }> {
  const slot = await openSlot(call)
  const lines = slot.meeting
    ? await linesOf(call.ctx.db, [slot.meeting.id], circlesReadBy(call.ctx.actor, call.region))
    : []
  const line = lines.find(({ id }) => id === call.params.lineId)
  if (!line) throw notFound()
  if (slot.meeting?.fixedAt && !may(call.ctx.actor, 'meeting.fix', call.region))
    throw new Problem('forbidden', '確定した記録は、事務局だけが直せます', ['事務局'])
  return { slot, line }
}

const RESTORE_DAYS = 30
const NEWER = 'ほかの人が先に直しました。下の2つを見くらべて、残す文にしてから保存してください'

const WHY = '確定した記録を直すときは、理由を書いてください。前の版も残ります'

async function askLine(call: RegionCall, form?: FormState, theirs: string | null = null, status = 200): Promise<Reply> {
  const { slot, line } = await lineAsked(call)
  const first = emptyForm({ text: line.text, version: String(line.version), from: call.query.from ?? '' })
  const props = linePage(call.ctx.actor, call.region, { slot, line, form: form ?? first, theirs })
  const { region } = call
  const here = [slot.label, paths.meeting(region.id, slot.number)] as [string, string]
  const crumbs = regionCrumbs(region, ['回と日程', paths.meetings(region.id)], here, '記録を直す')
  return page('support/corrections/show', { ...props, title: props.heading, crumbs }, status)
}

async function saveLine(call: RegionCall): Promise<Reply> {
  const { slot, line } = await lineAsked(call)
  const input = readForm(lineForm, call.body)
  if (!input.ok) return askLine(call, input.form, null, 422)
  const { text, version, remove, reason, from } = input.data
  if (!remove && text === '')
    return askLine(
      call,
      withError(input.form, 'text', '文を書いてください。消すときは「この行を消す」を押します'),
      null,
      422,
    )
  const meeting = slot.meeting
  if (meeting?.fixedAt && reason === '') return askLine(call, withError(input.form, 'reason', WHY), null, 422)
  const done =
    version === line.version &&
    meeting !== null &&
    (await correctLine(call.ctx, call.region, meeting, { line, text: remove ? null : text, reason }))
  if (!done) {
    const newest = { ...input.form, values: { ...input.form.values, version: String(line.version) } }
    return askLine(call, withError(newest, 'text', NEWER), line.text, 409)
  }
  return redirect(
    backOf(call.region.id, slot.number, from),
    remove ? '1行を消しました。履歴に残っています' : '記録を直しました',
  )
}

/** What was taken away in the last 30 days; from a fixed record only the secretariat brings back. */
async function removedOf(call: RegionCall) {
  const { ctx, region } = call
  const slot = await openSlot(call)
  const { meeting } = slot
  if (!meeting) throw notFound()
  const from = new Date(ctx.now.getTime() - RESTORE_DAYS * 86_400_000).toISOString()
  const lines = await removedLinesOf(ctx.db, meeting.id, circlesReadBy(ctx.actor, region), from)
  const mayRestore = !meeting.fixedAt || may(ctx.actor, 'meeting.fix', region)
  return { slot, meeting, lines, mayRestore }
}

async function listRemoved(call: RegionCall): Promise<Reply> {
  const { region } = call
  const { slot, lines, mayRestore } = await removedOf(call)
  const props = removedPage(call.ctx.actor, region, { slot, lines, mayRestore })
  const here = [slot.label, paths.meeting(region.id, slot.number)] as [string, string]
  const crumbs = regionCrumbs(region, ['回と日程', paths.meetings(region.id)], here, '消した行')
  return page('support/corrections/removed', { ...props, title: props.heading, crumbs })
}

async function restore(call: RegionCall): Promise<Reply> {
  const { slot, meeting, lines, mayRestore } = await removedOf(call)
  const line = lines.find(({ id }) => id === call.params.lineId)
  if (!line) throw notFound()
  if (!mayRestore) throw new Problem('forbidden', '確定した記録は、事務局だけが直せます', ['事務局'])
  await bringBack(call.ctx, call.region, { meeting, line })
  return redirect(paths.meeting(call.region.id, slot.number), '消した行を戻しました')
}
