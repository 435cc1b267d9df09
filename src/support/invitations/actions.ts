import { personOf } from '../../people/accounts/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import { attendeesOf } from '../dates/store.ts'
import type { Meeting } from '../meetings/meetings.ts'
import { nameOf, type Occasion } from '../occasions/occasions.ts'
import { audienceOf } from '../occasions/store.ts'
import type { DateFact } from '../schedules/schedules.ts'
import { eventOf } from './invitations.ts'
import { dateLetter, type Telling } from './mail.ts'
import { endInvitation, invitationsOf, keepInvitation } from './store.ts'

interface Told {
  occasion: Occasion
  before: Meeting
  meeting: Meeting
  fact: DateFact
  origin: string
}

/** Where a refusal may be written to: the programme's mailbox, else the one who decides. */
async function organizerOf(ctx: Ctx, { programme }: Occasion) {
  const own = programme.contact.mailbox
  if (own) return { name: programme.contact.section || programme.name, email: own }
  const person = ctx.actor.personId ? await personOf(ctx.db, ctx.actor.personId) : undefined
  return { name: ctx.actor.name, email: person?.email ?? 'jimukyoku@banso-note.local' }
}

async function tellingOf(ctx: Ctx, told: Told): Promise<(isCancelled: boolean) => Telling> {
  const { occasion, before, meeting, fact, origin } = told
  const link = `${origin}${occasion.href}`
  const organizer = await organizerOf(ctx, occasion)
  return (isCancelled) => {
    const about = { title: nameOf(occasion), href: link, sequence: fact.sequence, isCancelled }
    const event = eventOf(isCancelled ? before : meeting, about)
    return { occasion, before, meeting, fact, organizer, link, event, now: ctx.now }
  }
}

/**
 * Tells a date that was just kept: an invitation to everybody who takes part, an update to who had one, an end to who
 * takes part no longer — or, when the meeting does not take place, an end to all. Call it inside `change`.
 */
export async function tellEverybody(ctx: Ctx, told: Told): Promise<number> {
  const { meeting, fact } = told
  const telling = await tellingOf(ctx, told)
  const held = await invitationsOf(ctx.db, meeting.id)
  const isOn = fact.kind === 'fixed' || fact.kind === 'moved'
  const people = isOn
    ? await attendeesOf(ctx.db, meeting.id, await audienceOf(ctx.db, told.occasion, meeting.heldOn ?? today(ctx.now)))
    : []
  for (const to of people) {
    const key = held.some((h) => h.personId === to.personId) ? 'meeting_moved' : 'meeting_fixed'
    await keepInvitation(ctx.db, { ...to, meetingId: meeting.id, sequence: fact.sequence }, ctx.now)
    await postLater(ctx.db, dateLetter(key, telling(false), to), ctx.now)
  }
  const gone = held.filter((h) => !people.some((p) => p.personId === h.personId))
  for (const to of gone) {
    await endInvitation(ctx.db, { id: to.id, sequence: fact.sequence }, ctx.now)
    const key = isOn ? 'meeting_left' : fact.kind === 'postponed' ? 'meeting_postponed' : 'meeting_cancelled'
    await postLater(ctx.db, dateLetter(key, telling(true), to), ctx.now)
  }
  return people.length + gone.length
}
