import type { Deeds, RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { crumbsOf, type Occasion } from '../occasions/occasions.ts'
import { regionOccasion, yearOccasion } from '../occasions/store.ts'
import { addExtraMeeting, endMeeting, scheduleMeeting } from './actions.ts'
import { endingForm, extraForm, scheduleForm, YEAR_KINDS, yearExtraForm } from './forms.ts'
import { endingPage, schedulePage, scheduleValues } from './pages.ts'
import { DATE_KINDS } from './schedules.ts'

interface At {
  call: Call
  o: Occasion
}

const told = (n: number) => (n > 0 ? `。${n}人に知らせます` : '')

async function askSchedule({ call, o }: At, form = scheduleValues(o), status = 200): Promise<Reply> {
  const props = schedulePage(call.ctx.actor, o, form)
  return page('support/schedules/show', { ...props, title: props.heading, crumbs: crumbsOf(o, '予定') }, status)
}

async function schedule(at: At): Promise<Reply> {
  const { call, o } = at
  const input = readForm(scheduleForm, call.body)
  if (!input.ok) return askSchedule(at, input.form, 422)
  const n = await scheduleMeeting(call.ctx, o, input.data, { origin: call.origin })
  return redirect(o.href, `${o.slot.label}の予定を決めました${told(n)}`)
}

async function askEnding({ call, o }: At, form = emptyForm({ kind: 'cancelled' }), status = 200): Promise<Reply> {
  const props = endingPage(call.ctx.actor, o, form)
  return page('support/schedules/ending', { ...props, title: props.heading, crumbs: crumbsOf(o, '延期・中止') }, status)
}

async function end(at: At): Promise<Reply> {
  const { call, o } = at
  const input = readForm(endingForm, call.body)
  if (!input.ok) return askEnding(at, input.form, 422)
  const n = await endMeeting(call.ctx, o, { ...input.data, origin: call.origin })
  return redirect(o.href, `${o.slot.label}を${DATE_KINDS[input.data.kind]}${told(n)}`)
}

function doors<S extends 'region' | 'programme'>(
  base: string,
  may: Deeds[S],
  find: (call: Call & Seen[S]) => Promise<Occasion>,
): RouteTable<S> {
  const door = (run: (at: At) => Promise<Reply>) => ({
    may,
    run: async (call: Call & Seen[S]) => run({ call, o: await find(call) }),
  })
  return {
    [`GET ${base}/schedule`]: door((at) => askSchedule(at)),
    [`POST ${base}/schedule`]: door(schedule),
    [`GET ${base}/cancellation`]: door((at) => askEnding(at)),
    [`POST ${base}/cancellation`]: door(end),
  } as RouteTable<S>
}

async function askExtra(call: Call & Seen['region'], form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const { region, ctx } = call
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const around = regionFrame(ctx.actor, region, 'meetings')
  const props = { around, heading: '回を加える', saveTo: paths.meetings(region.id), kinds: null, form }
  const crumbs = regionCrumbs(region, ['回と日程', paths.meetings(region.id)], '回を加える')
  return page('support/schedules/extra', { ...props, title: props.heading, crumbs }, status)
}

async function addExtra(call: Call & Seen['region']): Promise<Reply> {
  const input = readForm(extraForm, call.body)
  if (!input.ok) return askExtra(call, input.form, 422)
  const reason = notAliveReason(call.region)
  if (reason) throw new Problem('conflict', reason)
  const n = await addExtraMeeting(call.ctx, call, { ...input.data, kind: 'support' })
  return redirect(
    paths.dates(paths.meeting(call.region.id, n)),
    `「${input.data.label}」を加えました。日を決めましょう`,
  )
}

async function askYearExtra(call: Call & Seen['programme'], form = emptyForm({ kind: 'wg-meeting' }), status = 200) {
  const { programme } = call
  const saveTo = paths.yearMeetings(programme.id)
  const props = { around: null, heading: '年度の会を加える', saveTo, kinds: YEAR_KINDS, form }
  const crumbs = programmeCrumbs(programme, { label: '年度の会', href: saveTo }, { label: '加える' })
  return page('support/schedules/extra', { ...props, title: props.heading, crumbs }, status)
}

async function addYearExtra(call: Call & Seen['programme']): Promise<Reply> {
  const input = readForm(yearExtraForm, call.body)
  if (!input.ok) return askYearExtra(call, input.form, 422)
  const n = await addExtraMeeting(call.ctx, { programme: call.programme, region: null }, input.data)
  const href = paths.yearMeeting(call.programme.id, n)
  return redirect(paths.dates(href), `「${input.data.label}」を加えました。日を決めましょう`)
}

export const scheduleRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/meetings/new': { may: 'meeting.schedule', run: (call) => askExtra(call) },
  'POST /regions/:regionId/meetings': { may: 'meeting.schedule', run: addExtra },
  ...doors<'region'>('/regions/:regionId/meetings/:n', 'meeting.schedule', (call) =>
    regionOccasion(call.ctx.db, call, call.params.n, call.ctx.now),
  ),
}

export const yearScheduleRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/meetings/new': { may: 'programme.edit', run: (call) => askYearExtra(call) },
  'POST /programmes/:programmeId/meetings': { may: 'programme.edit', run: addYearExtra },
  ...doors<'programme'>('/programmes/:programmeId/meetings/:n', 'programme.edit', (call) =>
    yearOccasion(call.ctx.db, call.programme, call.params.n, call.ctx.now),
  ),
}
