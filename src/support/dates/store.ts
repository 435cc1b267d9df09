import type { Role } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Attendee } from '../occasions/occasions.ts'
import {
  type Answer,
  type AnswerWay,
  answerKey,
  type Invitee,
  type Poll,
  type PollSlot,
  type PollView,
} from './dates.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    polls: Omit<Poll, 'leftOut'> & { leftOutJson: string }
    pollSlots: PollSlot & { pollId: string }
    pollInvitees: Omit<Invitee, 'isLead' | 'role' | 'way'> & {
      isLead: number
      role: string
      way: string | null
      askedAt: string
    }
    pollAnswers: { id: string; slotId: string; inviteeId: string; answer: string; answeredAt: string }
  }
}

type PollRow = Omit<Poll, 'leftOut'> & { leftOutJson: string }
const pollFrom = ({ leftOutJson, ...row }: PollRow): Poll => ({ ...row, leftOut: JSON.parse(leftOutJson) })

export async function pollById(db: Db, id: string): Promise<Poll | undefined> {
  const row = await db.selectFrom('polls').selectAll().where('id', '=', id).executeTakeFirst()
  return row && pollFrom(row)
}

/** The meeting's open poll, else its last one. */
export async function latestPoll(db: Db, meetingId: string): Promise<Poll | undefined> {
  const row = await db
    .selectFrom('polls')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && pollFrom(row)
}

/** A poll with its slots, people and answers: three queries. */
export async function viewOf(db: Db, poll: Poll): Promise<PollView> {
  const slots = await db
    .selectFrom('pollSlots')
    .select(['id', 'heldOn', 'startsAt', 'minutes'])
    .where('pollId', '=', poll.id)
    .orderBy('startsAt')
    .execute()
  const rows = await db.selectFrom('pollInvitees').selectAll().where('pollId', '=', poll.id).orderBy('id').execute()
  const answers = await db
    .selectFrom('pollAnswers')
    .innerJoin('pollSlots', 'pollSlots.id', 'pollAnswers.slotId')
    .select(['pollAnswers.slotId', 'pollAnswers.inviteeId', 'pollAnswers.answer'])
    .where('pollSlots.pollId', '=', poll.id)
    .execute()
  return {
    poll,
    slots,
    invitees: rows.map(({ askedAt: _, ...row }) => ({
      ...row,
      isLead: row.isLead === 1,
      role: row.role as Role,
      way: row.way as AnswerWay | null,
    })),
    answers: new Map(answers.map((a) => [answerKey(a.slotId, a.inviteeId), a.answer as Answer])),
  }
}

export interface NewPoll {
  meetingId: string
  mode: string
  note: string
  answerByOn: string | null
  openedBy: string
  leftOut: string[]
}

export async function addPoll(db: Db, given: NewPoll, now: Date): Promise<string> {
  const { leftOut, ...rest } = given
  const open = { openedAt: now.toISOString(), closedAt: null, closedBy: null, chosenSlotId: null }
  const id = newId(now.getTime())
  await db
    .insertInto('polls')
    .values({ ...rest, ...open, id, leftOutJson: JSON.stringify(leftOut) })
    .execute()
  return id
}

/** Slots a poll does not have yet; the same time twice counts once. */
export async function addPollSlots(db: Db, pollId: string, slots: readonly Omit<PollSlot, 'id'>[]): Promise<number> {
  let added = 0
  for (const { heldOn, startsAt, minutes } of slots) {
    const result = await db
      .insertInto('pollSlots')
      .values({ heldOn, startsAt, minutes, id: newId(), pollId })
      .onConflict((c) => c.columns(['pollId', 'startsAt']).doNothing())
      .executeTakeFirst()
    added += Number(result.numInsertedOrUpdatedRows ?? 0)
  }
  return added
}

/** Closes what is open; false when nothing was. */
export async function closeOpenPoll(
  db: Db,
  meetingId: string,
  by: { byName: string; slotId: string | null },
  now: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('polls')
    .set({ closedAt: now.toISOString(), closedBy: by.byName, chosenSlotId: by.slotId })
    .where('meetingId', '=', meetingId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Who of those taking part gets an invitation: all but those whom the last poll left out. */
export async function attendeesOf(db: Db, meetingId: string, audience: readonly Attendee[]): Promise<Attendee[]> {
  const poll = await latestPoll(db, meetingId)
  return audience.filter((a) => a.role === 'secretariat' || !poll?.leftOut.includes(a.personId))
}
