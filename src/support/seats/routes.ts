import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { askOpenYear } from '../bodies/actions.ts'
import type { Seat, WgBody } from '../bodies/bodies.ts'
import { bodiesOf, seatsOf } from '../bodies/store.ts'
import { changeSeat, endSeat, giveSeat } from './actions.ts'
import { endForm, seatChangeForm, seatForm } from './forms.ts'
import { chairWords, newSeatPage, seatPage, secondChair } from './pages.ts'
import { roleHolders } from './store.ts'

type InProgramme = Call & Seen['programme']
interface At {
  programme: Programme
  body: WgBody
  seats: Seat[]
}

export const seatRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/groups/:bodyId/seats/new': { may: 'group.edit', run: (call) => fresh(call) },
  'POST /programmes/:programmeId/groups/:bodyId/seats/new': { may: 'group.edit', run: give },
  'GET /programmes/:programmeId/groups/:bodyId/seats/:seatId': { may: 'group.edit', run: (call) => show(call) },
  'POST /programmes/:programmeId/groups/:bodyId/seats/:seatId': { may: 'group.edit', run: save },
  'POST /programmes/:programmeId/groups/:bodyId/seats/:seatId/end': { may: 'group.edit', run: end },
}

async function bodyAt({ ctx, programme, params }: InProgramme): Promise<At> {
  askOpenYear(programme)
  const body = (await bodiesOf(ctx.db, programme.id)).find(({ id }) => id === params.bodyId)
  if (!body) throw notFound()
  return { programme, body, seats: await seatsOf(ctx.db, [body.id]) }
}

async function seatAt(call: InProgramme): Promise<At & { seat: Seat }> {
  const at = await bodyAt(call)
  const seat = at.seats.find(({ id }) => id === call.params.seatId)
  if (!seat) throw notFound()
  return { ...at, seat }
}

async function fresh(call: InProgramme, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, programme } = call
  const at = await bodyAt(call)
  const seated = new Set(at.seats.filter((s) => s.toOn === null || s.toOn >= today(ctx.now)).map((s) => s.personId))
  const all = await roleHolders(ctx.db, programme.id, today(ctx.now))
  const once = new Map(all.filter((one) => !seated.has(one.personId)).map((one) => [one.personId, one]))
  const given = { holders: [...once.values()], now: ctx.now, ...(form && { form }) }
  return page('support/seats/form', newSeatPage(at, given), status)
}

async function give(call: InProgramme): Promise<Reply> {
  const { programme, body, seats } = await bodyAt(call)
  const input = readForm(seatForm, call.body)
  if (!input.ok) return fresh(call, input.form, 422)
  const { isChair, sure, email, name } = input.data
  const other = secondChair(seats, { isChair, on: today(call.ctx.now) })
  if (other && !sure) return fresh(call, withError(input.form, 'sure', chairWords(other)), 422)
  await giveSeat(call.ctx, { programme, body, input: input.data, origin: call.origin })
  const told = email ? `${name}さんを加え、メールで招きました` : `${name}さんを加えました`
  return redirect(paths.group(programme.id, body.id), told)
}

interface Forms {
  form?: FormState
  ending?: FormState
}

async function show(call: InProgramme, forms: Forms = {}, status = 200): Promise<Reply> {
  const at = await seatAt(call)
  return page('support/seats/form', seatPage(at, { seat: at.seat, now: call.ctx.now, ...forms }), status)
}

async function save(call: InProgramme): Promise<Reply> {
  const { programme, body, seats, seat } = await seatAt(call)
  const input = readForm(seatChangeForm, call.body)
  if (!input.ok) return show(call, { form: input.form }, 422)
  const { isChair, sure, fromOn } = input.data
  if (seat.toOn && fromOn && fromOn > seat.toOn)
    return show(call, { form: withError(input.form, 'fromOn', '任期の終わりより前の日にしてください') }, 422)
  const other = secondChair(seats, { isChair, on: today(call.ctx.now), own: seat.id })
  if (other && !sure) return show(call, { form: withError(input.form, 'sure', chairWords(other)) }, 422)
  await changeSeat(call.ctx, { body, seat }, input.data)
  return redirect(paths.group(programme.id, body.id), `${input.data.name}さんの記載を直しました`)
}

async function end(call: InProgramme): Promise<Reply> {
  const { programme, body, seat } = await seatAt(call)
  const input = readForm(endForm(seat.fromOn), call.body)
  if (!input.ok) return show(call, { ending: input.form }, 422)
  const { toOn, endReason } = input.data
  await endSeat(call.ctx, { programme, body, seat, toOn: toOn as string, endReason })
  return redirect(
    paths.group(programme.id, body.id),
    `${seat.name}さんの任期を終えました。名前は「これまでの委員」に残ります`,
  )
}
