import type { Circle } from '../../access/circles.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Meeting } from '../meetings/meetings.ts'
import { addVersion } from '../minutes/store.ts'
import { type MeetingLine, tellMeeting } from '../records/records.ts'
import { restoreLine, reviseLine } from '../records/store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    line_corrected: { n: number; label: string; before: string; after: string; reason?: string }
    line_restored: { n: number; label: string; text: string }
  }
}

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

export const correctionHappenings = {
  line_corrected: (h) =>
    h.details.after
      ? `${h.actorName}さんが${h.details.label}の記録「${short(h.details.before)}」を「${short(h.details.after)}」に直しました`
      : `${h.actorName}さんが${h.details.label}の記録「${short(h.details.before)}」を消しました`,
  line_restored: (h) => `${h.actorName}さんが${h.details.label}の記録「${short(h.details.text)}」を戻しました`,
} satisfies Sentences<'line_corrected' | 'line_restored'>

/** False when somebody else was quicker: the page then shows both texts. */
export const correctLine = (
  ctx: Ctx,
  region: Region,
  meeting: Meeting,
  given: { line: MeetingLine; text: string | null; reason?: string },
) =>
  change(ctx, async (db, log, after) => {
    const { line, text, reason = '' } = given
    const done = await reviseLine(db, line, text === null ? { deletedAt: ctx.now.toISOString() } : { text })
    if (!done) return false
    // A fixed record is not written over: what it says now becomes its next version.
    if (meeting.fixedAt) await addVersion(db, { region, meeting }, { personName: ctx.actor.name, reason }, ctx.now)
    const details = {
      n: meeting.number,
      label: meeting.label,
      before: line.text,
      after: text ?? '',
      ...(reason && { reason }),
    }
    await log({ kind: 'line_corrected', regionId: region.id, circle: line.circle, details })
    after(() => tellMeeting(region.id, meeting.number, line.circle, 'lines'))
    return true
  })

/** Brings a removed line back; in a fixed record that is a version of its own. */
export const bringBack = (
  ctx: Ctx,
  region: Region,
  given: { meeting: Meeting; line: { id: string; text: string; circle: Circle } },
) =>
  change(ctx, async (db, log, after) => {
    const { meeting, line } = given
    if (!(await restoreLine(db, line.id))) throw new Problem('conflict', 'この行は、ほかの人がすでに戻しました')
    const by = { personName: ctx.actor.name, reason: `消した行「${short(line.text)}」を戻した` }
    if (meeting.fixedAt) await addVersion(db, { region, meeting }, by, ctx.now)
    const details = { n: meeting.number, label: meeting.label, text: line.text }
    await log({ kind: 'line_restored', regionId: region.id, circle: line.circle, details })
    after(() => tellMeeting(region.id, meeting.number, line.circle, 'lines'))
  })
