import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { askOpenYear, nameMeetingBody } from '../bodies/actions.ts'
import { bodiesOf, membersOf } from '../bodies/store.ts'
import { dateFactsOf } from '../schedules/store.ts'
import { yearAgendasOf } from '../year-agendas/store.ts'
import { materialsOf } from '../year-materials/store.ts'
import { yearMeetingPage, yearMeetingsPage } from './pages.ts'
import { bodyOfMeeting, type SeenMeeting, yearMeetingSeen, yearMeetingsSeen } from './store.ts'
import { yearMeetingList } from './workbook.ts'

type InProgramme = Call & Seen['programme']

export const yearMeetingRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/meetings', 'programme.view', taken),
  'GET /programmes/:programmeId/meetings': { may: 'programme.view', run: list },
  'GET /programmes/:programmeId/meetings/:n': { may: 'programme.view', run: show },
  'POST /programmes/:programmeId/meetings/:n/body': { may: 'group.edit', run: nameBody },
}

async function list({ ctx, programme }: InProgramme): Promise<Reply> {
  const slots = (await yearMeetingsSeen(ctx, programme)).map(({ slot }) => slot)
  return page('support/year-meetings/index', yearMeetingsPage(ctx.actor, programme, slots))
}

async function meetingAsked({ ctx, programme, params }: InProgramme): Promise<SeenMeeting> {
  const seen = await yearMeetingSeen(ctx, programme, params.n ?? '')
  if (!seen) throw notFound()
  return seen
}

async function show(call: InProgramme): Promise<Reply> {
  const { db, actor } = call.ctx
  const seen = await meetingAsked(call)
  const { slot, people, at } = seen
  const offsets = (await stepsOf(db, [call.programme.id])).find((step) => step.id === slot.stepId)
  const id = slot.meeting?.id ?? ''
  const facts = id ? await dateFactsOf(db, [id]) : []
  const agenda = id ? ((await yearAgendasOf(db, [id])).get(id)?.rows ?? []) : []
  const materials = id ? await materialsOf(db, [id]) : []
  const of = await bodyOfMeeting(db, call.programme.id, slot)
  const seats = of.body ? await membersOf(db, [of.body.id], slot.meeting?.heldOn ?? today(call.ctx.now)) : []
  const view = { actor, occasion: at, offsets, people, facts, agenda, materials, of, seats }
  const props = yearMeetingPage(view)
  return page('support/year-meetings/show', props)
}

async function nameBody(call: InProgramme): Promise<Reply> {
  askOpenYear(call.programme)
  const { at } = await meetingAsked(call)
  const bodies = await bodiesOf(call.ctx.db, call.programme.id)
  const body = bodies.find(({ id }) => id === call.body.body)
  if (!body) throw notFound()
  await nameMeetingBody(call.ctx, body, at)
  return redirect(paths.yearMeeting(call.programme.id, at.slot.number), `「${body.name}」の会にしました`)
}

async function taken({ ctx, programme }: InProgramme): Promise<NamedList> {
  const slots = (await yearMeetingsSeen(ctx, programme)).map(({ slot }) => slot)
  return { name: `${programme.name}_年度の会`, ...yearMeetingList(slots) }
}
