import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { today } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { addAdvice } from '../../support/advice/store.ts'
import type { Rostered } from '../../support/attendances/attendances.ts'
import { attendancesOf, putAttendance } from '../../support/attendances/store.ts'
import type { Meeting, Slot } from '../../support/meetings/meetings.ts'
import { openMeeting, updateMeeting } from '../../support/meetings/store.ts'
import { sideOf } from '../../support/owners/owners.ts'
import { addPromise } from '../../support/promises/store.ts'
import { plainLines, tellMeeting } from '../../support/records/records.ts'
import { addLines } from '../../support/records/store.ts'
import type { Guest, Note } from './forms.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    meeting_begun: { n: number; label: string }
  }
}

export const liveHappenings = {
  meeting_begun: (h) => `${h.actorName}さんが${h.details.label}の記録を始めました`,
} satisfies Sentences<'meeting_begun'>

export const CLOSED = 'この回の記録は確定しました。直すときは、事務局に伝えてください'

/**
 * The meeting as it is written in now. The first words begin the record (one line of history); the lines themselves
 * say who wrote them and when. A meeting across midnight keeps the day it began.
 */
async function begun(
  ctx: Ctx,
  db: Db,
  at: { region: Region; slot: Slot },
  log: (m: Meeting) => Promise<unknown>,
): Promise<Meeting> {
  const meeting = await openMeeting(db, at.region, at.slot, ctx.now)
  if (meeting.fixedAt) throw new Problem('conflict', CLOSED)
  if (meeting.isRecorded) return meeting
  const day = today(ctx.now)
  const heldOn = meeting.heldOn && meeting.heldOn <= day ? meeting.heldOn : day
  const held = { heldOn, mode: meeting.mode ?? 'online', cancelledAt: null, cancelReason: null, isRecorded: true }
  await updateMeeting(db, meeting.id, held)
  await log(meeting)
  return { ...meeting, ...held }
}

interface ToNote {
  slot: Slot
  note: Note
  advisors: ReadonlyMap<string, string>
}

/** Adds, and only adds: two note-takers never write over one another. */
export const noteDown = (ctx: Ctx, region: Region, { slot, note, advisors }: ToNote) =>
  change(ctx, async (db, log, after) => {
    const meeting = await begun(ctx, db, { region, slot }, (m) =>
      log({ kind: 'meeting_begun', regionId: region.id, details: { n: m.number, label: m.label } }),
    )
    await write(ctx, db, { meeting, slot, note, advisors })
    after(() => tellMeeting(region.id, meeting.number, note.circle, 'lines'))
  })

async function write(ctx: Ctx, db: Db, { meeting, slot, note, advisors }: ToNote & { meeting: Meeting }) {
  const { text, circle } = note
  const at = { regionId: meeting.regionId ?? '', meetingId: meeting.id, text, circle }
  if (note.kind === 'situation' || note.kind === 'decided') {
    const part = note.kind
    const lines = plainLines(text).map((one) => ({ part, text: one, circle }))
    await addLines(db, meeting.id, { lines, personId: ctx.actor.personId, personName: ctx.actor.name }, ctx.now)
  } else if (note.kind === 'advice') {
    const advisorName = advisors.get(note.advisor) ?? 'アドバイザー'
    const advisorId = advisors.has(note.advisor) ? note.advisor : null
    const by = { authorId: ctx.actor.personId, authorName: ctx.actor.name }
    await addAdvice(db, { ...at, ...by, advisorId, advisorName }, ctx.now)
  } else if (note.kind === 'next') {
    const { ownerRole, owner, due } = note
    const by = { side: sideOf(ownerRole), ownerRole, owner, createdBy: ctx.actor.name, betweenFrom: slot.stepKey }
    await addPromise(db, { ...at, ...by, ...due }, ctx.now)
  } else {
    const words = text.split(/[、,，\n]/).map((word) => word.trim())
    const keywords = [...new Set([...meeting.keywords, ...words.filter(Boolean)])].slice(0, 20)
    await updateMeeting(db, meeting.id, { keywords })
  }
}

export type Mark = 'present' | 'absent' | 'head'

/** One person's attendance; every press is one row, so that two note-takers do not undo each other. */
export const markAttendance = (ctx: Ctx, region: Region, given: { slot: Slot; one: Rostered; mark: Mark }) =>
  change(ctx, async (db, log, after) => {
    const { slot, one, mark } = given
    const meeting = await begun(ctx, db, { region, slot }, (m) =>
      log({ kind: 'meeting_begun', regionId: region.id, details: { n: m.number, label: m.label } }),
    )
    const noted = (await attendancesOf(db, meeting.id)).find((a) => (a.personId ?? a.id) === one.key)
    const isHead = mark === 'head' ? !(noted ?? one).isHead : (noted ?? one).isHead
    const isPresent = mark === 'head' ? (noted?.isPresent ?? true) : mark === 'present'
    const { key: _, ...who } = one
    const row = { ...who, isHead, isPresent, ...(noted && { id: noted.id }) }
    await putAttendance(db, { meetingId: meeting.id, one: row, by: ctx.actor.name }, ctx.now)
    after(() => tellMeeting(region.id, meeting.number, 'region', 'people'))
  })

/** Somebody who is not of the team: by name and office. */
export const addGuest = (ctx: Ctx, region: Region, given: { slot: Slot; guest: Guest }) =>
  change(ctx, async (db, log, after) => {
    const { slot, guest } = given
    const meeting = await begun(ctx, db, { region, slot }, (m) =>
      log({ kind: 'meeting_begun', regionId: region.id, details: { n: m.number, label: m.label } }),
    )
    const { head, ...who } = guest
    const one = { ...who, personId: null, isHead: head, isPresent: true }
    await putAttendance(db, { meetingId: meeting.id, one, by: ctx.actor.name }, ctx.now)
    after(() => tellMeeting(region.id, meeting.number, 'region', 'people'))
  })
