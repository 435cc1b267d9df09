import { paths } from '../../paths/paths.ts'
import { makeLink } from '../../people/doors/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { clock } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Mode } from '../meetings/meetings.ts'
import { updateMeeting } from '../meetings/store.ts'
import type { Attendee, Occasion } from '../occasions/occasions.ts'
import { openOccasion } from '../occasions/store.ts'
import { addInvitee } from '../poll-answers/store.ts'
import { scheduleMeeting } from '../schedules/actions.ts'
import { type Invitee, openSlots, type Poll, type PollSlot, type PollView, unanswered } from './dates.ts'
import { pollLetter } from './mail.ts'
import { addPoll, addPollSlots, closeOpenPoll, latestPoll, pollById, viewOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    poll_opened: { label: string; slots: number; people: number }
    poll_extended: { label: string; slots: number }
    poll_reminded: { label: string; people: number }
    poll_closed: { label: string }
  }
}

export const dateHappenings = {
  poll_opened: (h) =>
    `${h.actorName}さんが${h.details.label}の候補日を${h.details.slots}つ出し、${h.details.people}人にたずねました`,
  poll_extended: (h) => `${h.actorName}さんが${h.details.label}の候補日を${h.details.slots}つ足しました`,
  poll_reminded: (h) =>
    `${h.actorName}さんが${h.details.label}の日程を、未回答の${h.details.people}人にもう一度たずねました`,
  poll_closed: (h) => `${h.actorName}さんが${h.details.label}の日程調整を、決めずに終えました`,
} satisfies Sentences<'poll_opened' | 'poll_extended' | 'poll_reminded' | 'poll_closed'>

const about = (o: Occasion) => ({ regionId: o.region?.id ?? null, programmeId: o.programme.id })

const DAY = 24 * 3_600_000

interface Asking {
  key: 'poll_request' | 'poll_reminder'
  occasion: Occasion
  origin: string
}

/** A letter with an own link each; the link outlives the last slot by a day. */
async function ask(ctx: Ctx, view: PollView, people: readonly Invitee[], asking: Asking): Promise<void> {
  const slots = openSlots(view, ctx.now)
  const last = Math.max(ctx.now.getTime() + 30 * DAY, ...slots.map((s) => new Date(s.startsAt).getTime() + DAY))
  for (const to of people) {
    const purpose = { pollId: view.poll.id, inviteeId: to.id }
    const link = { kind: 'poll', email: to.email, personId: to.personId, purpose, endsAt: new Date(last) } as const
    const url = `${asking.origin}${paths.pollLink(await makeLink(ctx.db, link, ctx.now))}`
    await postLater(ctx.db, pollLetter({ ...asking, poll: view.poll, slots, link: url }, to), ctx.now)
  }
}

export interface Opening {
  mode: Mode
  note: string
  answerByOn: string | null
  slots: Omit<PollSlot, 'id'>[]
  people: (Attendee & { isLead: boolean })[]
  leftOut: string[]
}

/** A cancelled meeting stands again, without the day it had. */
const AGAIN = { cancelledAt: null, cancelReason: null, cancelKind: null, heldOn: null, startsAt: null }

/** Offers slots and writes to everybody; the meeting is being arranged from now on. Returns how many letters go. */
export const openPoll = (ctx: Ctx, o: Occasion, opening: Opening, origin: string): Promise<number> =>
  change(ctx, async (db, log) => {
    const meeting = await openOccasion(db, o, ctx.now)
    if (meeting.fixedAt || meeting.isRecorded) throw new Problem('conflict', 'この回はもう行われています')
    const before = await latestPoll(db, meeting.id)
    if (before && !before.closedAt)
      throw new Problem('conflict', 'この回の日程調整は、もう始まっています。候補を足すこともできます')
    const { mode, note, answerByOn, slots, people, leftOut } = opening
    const given = { meetingId: meeting.id, mode, note, answerByOn, leftOut, openedBy: ctx.actor.name }
    const pollId = await addPoll(db, given, ctx.now)
    await addPollSlots(db, pollId, slots)
    for (const person of people) await addInvitee(db, { ...person, pollId }, ctx.now)
    // A day that still stands keeps its place and form until a new one is chosen.
    const stands = meeting.heldOn !== null && meeting.cancelledAt === null
    if (!stands) await updateMeeting(db, meeting.id, { mode, ...(meeting.cancelledAt && AGAIN) })
    const view = await viewOf(db, (await pollById(db, pollId)) as Poll)
    await ask({ ...ctx, db }, view, view.invitees, { key: 'poll_request', occasion: o, origin })
    const details = { label: o.slot.label, slots: view.slots.length, people: people.length }
    await log({ kind: 'poll_opened', ...about(o), details })
    return people.length
  })

/** More slots: everybody is asked again, for they have not answered these. */
export const extendPoll = (
  ctx: Ctx,
  o: Occasion,
  { poll, slots, origin }: { poll: Poll; slots: Omit<PollSlot, 'id'>[]; origin: string },
): Promise<number> =>
  change(ctx, async (db, log) => {
    const added = await addPollSlots(db, poll.id, slots)
    if (added === 0) return 0
    const view = await viewOf(db, poll)
    await ask({ ...ctx, db }, view, view.invitees, { key: 'poll_request', occasion: o, origin })
    await log({ kind: 'poll_extended', ...about(o), details: { label: o.slot.label, slots: added } })
    return added
  })

/** Only those who have not answered, each with an own link. */
export const remind = (ctx: Ctx, o: Occasion, view: PollView, origin: string): Promise<number> =>
  change(ctx, async (db, log) => {
    const people = unanswered(view, ctx.now)
    if (people.length === 0) return 0
    await ask({ ...ctx, db }, view, people, { key: 'poll_reminder', occasion: o, origin })
    await log({ kind: 'poll_reminded', ...about(o), details: { label: o.slot.label, people: people.length } })
    return people.length
  })

interface Choice {
  slot: PollSlot
  mode: Mode
  place: string
  url: string
  origin: string
}

/** The slot becomes the meeting's day; returns how many letters go. */
export const confirmSlot = (ctx: Ctx, o: Occasion, { slot, origin, ...where }: Choice): Promise<number> =>
  change(ctx, async (db) => {
    const meeting = await openOccasion(db, o, ctx.now)
    const isOpen = await closeOpenPoll(db, meeting.id, { byName: ctx.actor.name, slotId: slot.id }, ctx.now)
    if (!isOpen)
      throw new Problem(
        'conflict',
        'この日程調整は、ほかの人が先に終えました。開き直して、いまの予定を確かめてください',
      )
    const { heldOn, minutes } = slot
    const schedule = { heldOn, minutes, time: clock(slot.startsAt).padStart(5, '0'), ...where }
    return scheduleMeeting({ ...ctx, db }, o, schedule, { origin })
  })

export const closePoll = (ctx: Ctx, o: Occasion, poll: Poll) =>
  change(ctx, async (db, log) => {
    const done = await closeOpenPoll(db, poll.meetingId, { byName: ctx.actor.name, slotId: null }, ctx.now)
    if (done) await log({ kind: 'poll_closed', ...about(o), details: { label: o.slot.label } })
  })
