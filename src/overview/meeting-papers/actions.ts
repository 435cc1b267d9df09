import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { openMeeting } from '../../support/meetings/store.ts'
import { addAgenda } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    agenda_written: { n: number; label: string }
  }
}

export const meetingPaperHappenings = {
  agenda_written: (h) => `${h.actorName}さんが${h.details.label}の議題を書きました`,
} satisfies Sentences<'agenda_written'>

export const writeAgenda = (ctx: Ctx, region: Region, given: { slot: Slot; items: readonly string[] }) =>
  change(ctx, async (db, log) => {
    const meeting = await openMeeting(db, region, given.slot, ctx.now)
    await addAgenda(db, { meetingId: meeting.id, items: given.items, by: ctx.actor.name }, ctx.now)
    await log({ kind: 'agenda_written', regionId: region.id, details: { n: meeting.number, label: meeting.label } })
  })
