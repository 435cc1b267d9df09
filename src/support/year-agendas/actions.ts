import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { openMeeting } from '../meetings/store.ts'
import type { Occasion } from '../occasions/occasions.ts'
import { addYearAgenda, yearAgendasOf } from './store.ts'
import type { AgendaRow } from './year-agendas.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    year_agenda_written: { label: string; rows: number }
  }
}

export const yearAgendaHappenings = {
  year_agenda_written: (h) => `${h.actorName}さんが${h.details.label}の議題を書きました（${h.details.rows}件）`,
} satisfies Sentences<'year_agenda_written'>

/** False: somebody else saved another wording since; nothing is written over it. */
export const writeYearAgenda = (
  ctx: Ctx,
  { programme, slot }: Pick<Occasion, 'programme' | 'slot'>,
  given: { rows: readonly AgendaRow[]; base: string },
): Promise<boolean> =>
  change(ctx, async (db, log) => {
    const meeting = await openMeeting(db, { id: null, programmeId: programme.id }, slot, ctx.now)
    const head = (await yearAgendasOf(db, [meeting.id])).get(meeting.id)
    if ((head?.id ?? '') !== given.base) return false
    await addYearAgenda(db, { meetingId: meeting.id, rows: given.rows, personName: ctx.actor.name }, ctx.now)
    const details = { label: meeting.label, rows: given.rows.length }
    await log({ kind: 'year_agenda_written', programmeId: programme.id, circle: 'office', details })
    return true
  })
