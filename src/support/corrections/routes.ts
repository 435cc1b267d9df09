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
import { linesOf } from '../records/store.ts'
import { correctLine } from './actions.ts'
import { lineForm } from './forms.ts'
import { backOf, linePage } from './pages.ts'

type RegionCall = Call & Seen['region']

export const correctionRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/meetings/:n/lines/:lineId': { may: 'meeting.record', run: (call) => askLine(call) },
  'POST /regions/:regionId/meetings/:n/lines/:lineId': { may: 'meeting.record', run: saveLine },
}

async function lineAsked(call: RegionCall): Promise<{ slot: Slot; line: MeetingLine }> {
  const { ctx, region } = call
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const slot = (await slotsOfRegion(ctx.db, region, ctx.now)).find(({ number }) => String(number) === call.params.n)
  if (!slot) throw notFound()
  const lines = slot.meeting
    ? await linesOf(call.ctx.db, [slot.meeting.id], circlesReadBy(call.ctx.actor, call.region))
    : []
  const line = lines.find(({ id }) => id === call.params.lineId)
  if (!line) throw notFound()
  if (slot.meeting?.fixedAt && !may(call.ctx.actor, 'meeting.fix', call.region))
    throw new Problem('forbidden', '確定した記録は、事務局だけが直せます', ['事務局'])
  return { slot, line }
}

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
