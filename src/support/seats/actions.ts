import { personByEmail, personOf } from '../../people/accounts/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import { invite } from '../../people/invitations/actions.ts'
import { endRole } from '../../people/memberships/actions.ts'
import { organisationOf } from '../../people/organisations/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { addDays, today } from '../../platform/time.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { isSeatedOn, type Seat, type WgBody } from '../bodies/bodies.ts'
import { addSeat, bodiesOf, seatsOf, setSeat } from '../bodies/store.ts'
import type { SeatChangeInput, SeatInput } from './forms.ts'
import { type RoleHolder, roleHolders } from './store.ts'

interface Named {
  name: string
  body: string
}

declare module '../../people/history/history.ts' {
  interface Happenings {
    seat_given: Named & { isChair: boolean }
    seat_changed: Named & { before: string; after: string }
    seat_ended: Named & { toOn: string; reason: string }
  }
}

export const seatHappenings = {
  seat_given: ({ actorName, details: d }) =>
    `${actorName}さんが${d.name}さんを「${d.body}」の${d.isChair ? '座長' : '委員'}にしました`,
  seat_changed: ({ actorName, details: d }) =>
    `${actorName}さんが「${d.body}」の${d.name}さんの記載を直しました（${d.before} → ${d.after}）`,
  seat_ended: ({ actorName, details: d }) =>
    `${actorName}さんが「${d.body}」の${d.name}さんの任期を終えました${d.reason ? `（${d.reason}）` : ''}`,
} satisfies Sentences<'seat_given' | 'seat_changed' | 'seat_ended'>

export interface Giving {
  programme: Programme
  body: WgBody
  input: SeatInput
  origin: string
}

/** A seat, and where its holder reads along, the role that goes with it: the one held already, or a new one by letter. */
export const giveSeat = (ctx: Ctx, given: Giving): Promise<string> =>
  change(ctx, async (db, log) => {
    const { programme, body, input } = given
    const holder = await holderOf({ ...ctx, db }, given)
    await askNotSeated({ ...ctx, db }, body, holder)
    const { name, kana, affiliation, title, isChair, toOn } = input
    const place = { bodyId: body.id, personId: holder?.personId ?? null, membershipId: holder?.membershipId ?? null }
    const fromOn = input.fromOn as string
    const seat = { ...place, name, kana, affiliation, title, isChair, fromOn, toOn, createdBy: ctx.actor.name }
    const id = await addSeat(db, seat, ctx.now)
    const details = { name, body: body.name, isChair }
    await log({ kind: 'seat_given', programmeId: programme.id, circle: 'office', details })
    return id
  })

async function holderOf(ctx: Ctx, { programme, input, origin }: Giving): Promise<RoleHolder | null> {
  const { person: personId, email } = input
  if (!personId && !email) return null
  const known = personId || (await personByEmail(ctx.db, email))?.id
  const held = async (id: string | undefined) =>
    (await roleHolders(ctx.db, programme.id, today(ctx.now))).find((one) => one.personId === id)
  const before = await held(known)
  if (before) return before
  if (personId) throw new Problem('conflict', 'この方のWG委員の役割は、終わっています。メールアドレスで招いてください')
  const organisation = await organisationOf(ctx.db, programme.ownerId)
  if (!organisation) throw notFound()
  const scope = { programmeId: programme.id, regionId: null, placeName: programme.name, organisation }
  const { name, kana, title, toOn } = input
  const role = { ...scope, role: 'wg_member' as const, title, toOn, origin }
  const invited = await invite(ctx, { ...role, name, kana, email })
  return (await held(invited.id)) ?? null
}

async function askNotSeated(ctx: Ctx, body: WgBody, holder: RoleHolder | null): Promise<void> {
  const seats = await seatsOf(ctx.db, [body.id])
  const same = seats.find((s) => holder && s.personId === holder.personId && isSeatedOn(s, today(ctx.now)))
  if (same) throw new Problem('conflict', `${same.name}さんは、もう「${body.name}」の委員です`)
}

const inWords = (s: Pick<Seat, 'name' | 'affiliation' | 'title' | 'isChair' | 'fromOn'>): string =>
  [s.isChair ? '座長' : '委員', s.name, s.affiliation, s.title, s.fromOn].filter(Boolean).join('・')

export const changeSeat = (ctx: Ctx, at: { body: WgBody; seat: Seat }, input: SeatChangeInput): Promise<void> =>
  change(ctx, async (db, log) => {
    const { sure: _, ...rest } = input
    const set = { ...rest, fromOn: input.fromOn as string }
    await setSeat(db, at.seat.id, set)
    const details = { name: set.name, body: at.body.name, before: inWords(at.seat), after: inWords(set) }
    await log({ kind: 'seat_changed', programmeId: at.body.programmeId, circle: 'office', details })
  })

export interface SeatEnding {
  programme: Programme
  body: WgBody
  seat: Seat
  toOn: string
  endReason: string
}

/** The seat ends, and with it the role, unless the person sits in another body of the year. The row stays. */
export const endSeat = (ctx: Ctx, { programme, body, seat, toOn, endReason }: SeatEnding): Promise<void> =>
  change(ctx, async (db, log) => {
    await setSeat(db, seat.id, { toOn, endReason })
    await endRoleOf({ ...ctx, db }, { programme, seat, toOn })
    const details = { name: seat.name, body: body.name, toOn, reason: endReason }
    await log({ kind: 'seat_ended', programmeId: programme.id, circle: 'office', details })
  })

async function endRoleOf(ctx: Ctx, { programme, seat, toOn }: Pick<SeatEnding, 'programme' | 'seat' | 'toOn'>) {
  const { personId, membershipId } = seat
  if (!personId || !membershipId) return
  const bodies = await bodiesOf(ctx.db, programme.id)
  const seats = await seatsOf(
    ctx.db,
    bodies.map(({ id }) => id),
  )
  const day = today(ctx.now)
  const others = seats.filter((s) => s.id !== seat.id && s.personId === personId && (s.toOn === null || s.toOn > toOn))
  const holds = (await roleHolders(ctx.db, programme.id, day)).some((one) => one.membershipId === membershipId)
  const person = holds && others.length === 0 ? await personOf(ctx.db, personId) : undefined
  if (!person) return
  const places = { programmes: [programme], regions: [] }
  // A day in the past ends the role yesterday: what was done until now was done in it.
  const last = toOn < day ? addDays(day, -1) : toOn
  await endRole(ctx, { person, membershipId, atOnce: false, toOn: last, places })
}
