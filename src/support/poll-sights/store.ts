import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { addDays, today } from '../../platform/time.ts'
import { busyOf } from '../clashes/store.ts'
import { type Busy, openSlots, overlaps, type PollSlot, type PollView } from '../dates/dates.ts'
import { latestPoll, viewOf } from '../dates/store.ts'
import { type Attendee, type Occasion, spanWords } from '../occasions/occasions.ts'
import { audienceOf } from '../occasions/store.ts'
import { marksOf } from '../poll-tables/poll-tables.ts'
import type { DateFact } from '../schedules/schedules.ts'
import { dateFactsOf } from '../schedules/store.ts'
import { suggestionOf, type Tally, tallyOf } from '../suggestions/suggestions.ts'

/** Everything the secretariat looks at while a date is found. */
export interface Sight {
  view: PollView | null
  audience: Attendee[]
  busy: Busy[]
  tallies: Tally[]
  bestSlotId: string | undefined
  facts: DateFact[]
}

const AHEAD_DAYS = 90

export async function pollOf(db: Db, o: Occasion): Promise<PollView | null> {
  const poll = o.slot.meeting && (await latestPoll(db, o.slot.meeting.id))
  return poll ? viewOf(db, poll) : null
}

export async function sightOf(ctx: Ctx, o: Occasion): Promise<Sight> {
  const { db, actor, now } = ctx
  const view = await pollOf(db, o)
  const audience = await audienceOf(db, o, today(now))
  const asked = [...audience, ...(view?.invitees ?? [])]
  const personIds = [...new Set(asked.flatMap((a) => (a.role === 'advisor' ? [a.personId] : [])))]
  const last = addDays(view?.slots.at(-1)?.heldOn ?? today(now), 1)
  const until = addDays(today(now), AHEAD_DAYS)
  const span = { from: addDays(today(now), -1), to: [last, until].toSorted().at(-1) as string }
  const exceptMeetingId = o.slot.meeting?.id ?? null
  const busy = await busyOf(db, actor, { personIds, ...span, exceptMeetingId })
  const tallies = view?.slots.map((slot) => tallyOf(view, slot, busy)) ?? []
  const ahead = new Set(view ? openSlots(view, now).map((slot) => slot.id) : [])
  const bestSlotId = suggestionOf(tallies.filter((t) => ahead.has(t.slot.id)))?.slotId
  const facts = o.slot.meeting ? await dateFactsOf(db, [o.slot.meeting.id]) : []
  return { view, audience, busy, tallies, bestSlotId, facts }
}

/** Days off, and advisors wanted elsewhere, in words: shown once before letters go. */
export async function doubtsAbout(
  ctx: Ctx,
  o: Occasion,
  given: { slots: readonly Omit<PollSlot, 'id'>[]; advisors: readonly string[] },
): Promise<string[]> {
  const { slots, advisors } = given
  const [first, last] = [slots[0]?.heldOn ?? today(ctx.now), slots.at(-1)?.heldOn ?? today(ctx.now)]
  const asked = { personIds: advisors, from: addDays(first, -1), to: addDays(last, 1) }
  const busy = await busyOf(ctx.db, ctx.actor, { ...asked, exceptMeetingId: o.slot.meeting?.id ?? null })
  return slots.flatMap((slot) => {
    const clashes = busy.filter((b) => overlaps(b, slot))
    return marksOf(slot.heldOn, clashes).map((mark) => `${spanWords(slot)}：${mark}`)
  })
}
