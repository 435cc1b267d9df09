import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { whenOf } from '../meetings/meetings.ts'
import { slotsOfYear } from '../meetings/store.ts'
import { rosterList } from '../rosters/paper.ts'
import { askOpenYear, makeBody, renameBody } from './actions.ts'
import { usualBody, type WgBody } from './bodies.ts'
import { bodyForm, nameForm } from './forms.ts'
import { bodiesPage, bodyPage } from './pages.ts'
import { bodiesOf, bodiesOfMeetings, seatsOf } from './store.ts'

type InProgramme = Call & Seen['programme']

export const bodyRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/groups': { may: 'review.view', run: (call) => list(call) },
  'POST /programmes/:programmeId/groups': { may: 'group.edit', run: make },
  'GET /programmes/:programmeId/groups/:bodyId': { may: 'review.view', run: (call) => show(call) },
  ...tableDoors<'programme'>('/programmes/:programmeId/groups/:bodyId', 'review.view', seatsAsList),
  'POST /programmes/:programmeId/groups/:bodyId': { may: 'group.edit', run: rename },
}

const viewOf = ({ ctx, programme }: InProgramme) => ({ actor: ctx.actor, programme, on: today(ctx.now) })

async function list(call: InProgramme, form?: FormState, status = 200): Promise<Reply> {
  const bodies = await bodiesOf(call.ctx.db, call.programme.id)
  const seats = await seatsOf(
    call.ctx.db,
    bodies.map(({ id }) => id),
  )
  return page('support/bodies/index', bodiesPage(viewOf(call), { bodies, seats, ...(form && { form }) }), status)
}

async function make(call: InProgramme): Promise<Reply> {
  askOpenYear(call.programme)
  const input = readForm(bodyForm, call.body)
  if (!input.ok) return list(call, input.form, 422)
  const id = await makeBody(call.ctx, call.programme.id, input.data)
  return redirect(paths.group(call.programme.id, id), `「${input.data.name}」をつくりました。委員を加えてください`)
}

async function bodyAsked({ ctx, programme, params }: InProgramme): Promise<{ body: WgBody; bodies: WgBody[] }> {
  const bodies = await bodiesOf(ctx.db, programme.id)
  const body = bodies.find(({ id }) => id === params.bodyId)
  if (!body) throw notFound()
  return { body, bodies }
}

/** The year's meetings that are of this body, said or as usual. */
async function meetingsOf({ ctx, programme }: InProgramme, at: { body: WgBody; bodies: WgBody[] }) {
  const slots = await slotsOfYear(ctx.db, programme.id, ctx.now)
  const said = await bodiesOfMeetings(
    ctx.db,
    slots.flatMap(({ meeting }) => (meeting ? [meeting.id] : [])),
  )
  return slots
    .filter((slot) => (said.get(slot.meeting?.id ?? '') ?? usualBody(slot.kind, at.bodies)?.id) === at.body.id)
    .map(({ label, number, meeting }) => {
      return {
        label,
        href: paths.yearMeeting(programme.id, number),
        when: whenOf(meeting) ?? '日はまだ決まっていません',
      }
    })
}

async function show(call: InProgramme, form?: FormState, status = 200): Promise<Reply> {
  const at = await bodyAsked(call)
  const seats = await seatsOf(call.ctx.db, [at.body.id])
  const given = { body: at.body, seats, meetings: await meetingsOf(call, at), form }
  return page('support/bodies/show', bodyPage(viewOf(call), given), status)
}

async function seatsAsList(call: InProgramme): Promise<NamedList> {
  const { body } = await bodyAsked(call)
  const seats = await seatsOf(call.ctx.db, [body.id])
  const edits = may(call.ctx.actor, 'group.edit', call.programme)
  const shown = edits ? seats : seats.map((seat) => ({ ...seat, endReason: '' }))
  return { name: `${body.name}_名簿`, ...rosterList(shown) }
}

async function rename(call: InProgramme): Promise<Reply> {
  askOpenYear(call.programme)
  const { body } = await bodyAsked(call)
  const input = readForm(nameForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  await renameBody(call.ctx, body, input.data.name)
  return redirect(paths.group(call.programme.id, body.id), `名前を「${input.data.name}」にしました`)
}
