import type { Circle } from '../../access/circles.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { addAdvice } from '../advice/store.ts'
import type { Meeting, Slot } from '../meetings/meetings.ts'
import { openMeeting, updateMeeting } from '../meetings/store.ts'
import { addPromise } from '../promises/store.ts'
import type { MeetingRecord } from './forms.ts'
import { plainLines, tellMeeting } from './records.ts'
import { addLines, type NewLine } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    meeting_recorded: { n: number; label: string; lines: number; advice: number; promises: number }
  }
}

export const recordHappenings = {
  meeting_recorded: (h) => {
    const { label, lines, advice, promises } = h.details
    const counts = [lines && `${lines}行`, advice && `助言${advice}件`, promises && `約束${promises}件`].filter(Boolean)
    return `${h.actorName}さんが${label}を記録しました${counts.length > 0 ? `（${counts.join('、')}）` : ''}`
  },
} satisfies Sentences<'meeting_recorded'>

function linesIn(record: MeetingRecord): NewLine[] {
  const as = (part: NewLine['part'], text: string, circle: Circle) =>
    plainLines(text).map((one) => ({ part, text: one, circle }))
  return [
    ...as('situation', record.situation, record.circle),
    ...as('decided', record.decided, record.circle),
    ...as('note', record.note, 'team'),
  ]
}

/** Adds to what stands there: nothing that was recorded before is touched. */
export const recordMeeting = (
  ctx: Ctx,
  region: Region,
  given: { slot: Slot; record: MeetingRecord; advisors: Map<string, string> },
) =>
  change(ctx, async (db, log, after) => {
    const { slot, record } = given
    const meeting = await openMeeting(db, region, slot, ctx.now)
    if (meeting.fixedAt) throw new Problem('conflict', 'この回の記録はすでに確定しています')
    const lines = linesIn(record)
    await addLines(db, meeting.id, { lines, personId: ctx.actor.personId, personName: ctx.actor.name }, ctx.now)
    await addNextSteps(ctx, db, meeting, given)
    const keywords = [...new Set([...meeting.keywords, ...record.keywords])]
    const held = { heldOn: record.heldOn, mode: record.mode, cancelledAt: null, cancelReason: null }
    await updateMeeting(db, meeting.id, { ...held, keywords, isRecorded: true })
    const counts = { lines: lines.length, advice: record.advice.length, promises: record.promises.length }
    const circles = [...lines.map((line) => line.circle), ...record.advice.map((a) => a.circle), record.circle]
    const circle = circles.includes('region') ? 'region' : record.circle
    for (const one of new Set(circles)) after(() => tellMeeting(region.id, meeting.number, one, 'lines'))
    await log({
      kind: 'meeting_recorded',
      regionId: region.id,
      circle,
      details: { n: meeting.number, label: meeting.label, ...counts },
    })
  })

type Given = Parameters<typeof recordMeeting>[2]

async function addNextSteps(ctx: Ctx, db: Db, meeting: Meeting, { slot, record, advisors }: Given): Promise<void> {
  const at = { regionId: meeting.regionId ?? '', meetingId: meeting.id }
  for (const [position, a] of record.advice.entries()) {
    const advisorName = advisors.get(a.advisor) ?? 'アドバイザー'
    const advisorId = advisors.has(a.advisor) ? a.advisor : null
    const by = { advisorId, advisorName, authorId: ctx.actor.personId, authorName: ctx.actor.name }
    await addAdvice(db, { ...at, ...by, text: a.text, circle: a.circle, position }, ctx.now)
  }
  for (const [position, p] of record.promises.entries()) {
    const { text, side, owner, due } = p
    const circle = record.circle
    const by = { createdBy: ctx.actor.name, betweenFrom: slot.stepKey }
    await addPromise(db, { ...at, ...by, text, side, owner, ...due, circle, position }, ctx.now)
  }
}
