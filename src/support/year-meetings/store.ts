import { runs } from '../../access/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { today } from '../../platform/time.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { roundsOf, usualBody } from '../bodies/bodies.ts'
import { bodiesOf, bodiesOfMeetings } from '../bodies/store.ts'
import { attendeesOf } from '../dates/store.ts'
import type { Meeting, Slot } from '../meetings/meetings.ts'
import { meetingsOfYears, slotsOfYear } from '../meetings/store.ts'
import type { Attendee, Occasion } from '../occasions/occasions.ts'
import { audienceOf } from '../occasions/store.ts'
import { type BodyOfMeeting, occasionOf } from './year-meetings.ts'

export interface SeenMeeting {
  at: Occasion
  slot: Slot
  people: Attendee[]
}

async function withPeople({ db, now }: Ctx, programme: Programme, slot: Slot): Promise<SeenMeeting> {
  const at = occasionOf(programme, slot)
  const audience = await audienceOf(db, at, slot.meeting?.heldOn ?? today(now))
  return { at, slot, people: slot.meeting ? await attendeesOf(db, slot.meeting.id, audience) : audience }
}

/** Who took part in a role that has ended since reads on only while holding one of its kind. */
const isTheirs = ({ actor }: Ctx, { at, people }: SeenMeeting): boolean =>
  runs(actor, at.programme) ||
  people.some((p) => p.personId === actor.personId && actor.memberships.some((m) => m.role === p.role))

/** The year's meetings exist for those who take part in them, and for the secretariat. */
export async function yearMeetingsSeen(ctx: Ctx, programme: Programme): Promise<SeenMeeting[]> {
  const slots = await slotsOfYear(ctx.db, programme.id, ctx.now)
  const all = await Promise.all(slots.map((slot) => withPeople(ctx, programme, slot)))
  return all.filter((one) => isTheirs(ctx, one))
}

export async function yearMeetingSeen(ctx: Ctx, programme: Programme, n: string): Promise<SeenMeeting | null> {
  const slot = (await slotsOfYear(ctx.db, programme.id, ctx.now)).find(({ number }) => String(number) === n)
  const seen = slot && (await withPeople(ctx, programme, slot))
  return seen && isTheirs(ctx, seen) ? seen : null
}

/** Of which body a meeting of the year is, and which of its meetings: said, or as usual for its kind. */
export async function bodyOfMeeting(db: Db, programmeId: string, slot: Slot): Promise<BodyOfMeeting> {
  const bodies = await bodiesOf(db, programmeId)
  if (bodies.length === 0) return { bodies, body: null, round: null }
  const meetings = await meetingsOfYears(db, [programmeId])
  const said = await bodiesOfMeetings(
    db,
    meetings.map(({ id }) => id),
  )
  const idOf = (m: Pick<Meeting, 'id' | 'kind'>) => said.get(m.id) ?? usualBody(m.kind, bodies)?.id
  const bodyId = slot.meeting ? idOf(slot.meeting) : usualBody(slot.kind, bodies)?.id
  const own = meetings.filter((m) => m.cancelledAt === null && idOf(m) === bodyId)
  const body = bodies.find(({ id }) => id === bodyId) ?? null
  return { bodies, body, round: (body && roundsOf(own).get(slot.meeting?.id ?? '')) ?? null }
}
