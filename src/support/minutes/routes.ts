import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { DOCX, writePaper } from '../../platform/docx/docx.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { askAfterMeeting } from '../advice-wordings/actions.ts'
import type { Meeting, Slot } from '../meetings/meetings.ts'
import { slotsOfRegion } from '../meetings/store.ts'
import { fixRecord, reviseMinutes } from './actions.ts'
import { revisionForm } from './forms.ts'
import { type Minutes, type MinutesVersion, readBy } from './minutes.ts'
import { minutesPage, versionWords } from './pages.ts'
import { minutesPaper } from './paper.ts'
import { gatherMinutes, versionsOf } from './store.ts'

type RegionCall = Call & Seen['region']

export const minutesRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/meetings/:n/minutes': { may: 'region.view', run: (call) => show(call) },
  'GET /regions/:regionId/meetings/:n/minutes.docx': { may: 'region.view', run: download },
  'POST /regions/:regionId/meetings/:n/minutes': { may: 'meeting.fix', run: revise },
  'POST /regions/:regionId/meetings/:n/fix': { may: 'meeting.fix', run: fix },
}

async function slotAsked({ ctx, region, params }: RegionCall): Promise<Slot & { meeting: Meeting }> {
  const slots = region.isSelected ? await slotsOfRegion(ctx.db, region, ctx.now) : []
  const slot = slots.find(({ number }) => String(number) === params.n)
  if (!slot?.meeting) throw notFound()
  return { ...slot, meeting: slot.meeting }
}

interface Asked {
  slot: Slot & { meeting: Meeting }
  versions: MinutesVersion[]
  version: MinutesVersion | null
  minutes: Minutes
}

/** The version asked for, else the latest; before the record is fixed, what it holds now. */
async function asked(call: RegionCall): Promise<Asked> {
  const slot = await slotAsked(call)
  const versions = await versionsOf(call.ctx.db, slot.meeting.id)
  const wanted = call.query.v ? versions.find((v) => String(v.number) === call.query.v) : versions.at(-1)
  if (call.query.v && !wanted) throw notFound()
  const minutes = wanted?.minutes ?? (await gatherMinutes(call.ctx.db, call.region, slot.meeting))
  return { slot, versions, version: wanted ?? null, minutes }
}

async function show(call: RegionCall, form: FormState = emptyForm({ mail: '1' }), status = 200): Promise<Reply> {
  const { region, ctx } = call
  const found = await asked(call)
  const props = minutesPage({ ...found, actor: ctx.actor, region, form })
  const here = [found.slot.label, paths.meeting(region.id, found.slot.number)] as [string, string]
  const crumbs = regionCrumbs(region, ['回と日程', paths.meetings(region.id)], here, '議事録')
  return page('support/minutes/show', { ...props, title: props.heading, crumbs }, status)
}

async function download(call: RegionCall): Promise<Reply> {
  const { slot, version, minutes } = await asked(call)
  const read = readBy(minutes, circlesReadBy(call.ctx.actor, call.region))
  const bytes = await writePaper(minutesPaper(read, versionWords(version, slot.meeting.fixedAt !== null)))
  return file({ name: `${call.region.name}_${slot.label}_議事録.docx`, type: DOCX, bytes })
}

function askAlive({ region }: RegionCall): void {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
}

async function fix(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const slot = await slotAsked(call)
  const { ctx, region, programme, origin } = call
  const letters = await fixRecord(ctx, region, { slot, origin })
  if (slot.meeting) await askAfterMeeting(ctx, { region, programme, origin }, slot.meeting.id)
  return redirect(
    paths.meeting(call.region.id, slot.number),
    `${slot.label}の記録を確定しました。議事録を${letters}人にメールで送ります`,
  )
}

async function revise(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const slot = await slotAsked(call)
  const input = readForm(revisionForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  const { reason, mail } = input.data
  const origin = mail ? call.origin : undefined
  await reviseMinutes(call.ctx, call.region, { meeting: slot.meeting, reason, origin })
  return redirect(paths.meetingMinutes(call.region.id, slot.number), '新しい版にしました。前の版と理由も残っています')
}
