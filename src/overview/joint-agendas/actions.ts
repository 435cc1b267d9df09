import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { tell } from '../../platform/web/live.ts'
import { jointTopic } from '../joint-report/joint-report.ts'
import type { AgendaBody } from './joint-agendas.ts'
import { addAgenda, agendaOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    joint_agenda_saved: { label: string }
  }
}

export const jointAgendaHappenings = {
  joint_agenda_saved: (h) => `${h.actorName}さんが${h.details.label}の次第を保存しました`,
} satisfies Sentences<'joint_agenda_saved'>

type About = { programme: { id: string }; label: string }

/** `edit` gets the newest wording, read inside the transaction, and returns the whole new one. */
export const saveAgenda = (
  ctx: Ctx,
  { programme, label }: About,
  edit: (head: (AgendaBody & { number: number }) | null) => AgendaBody,
): Promise<void> =>
  change(ctx, async (db, log, after) => {
    const head = await agendaOf(db, programme.id)
    const given = { ...edit(head), number: (head?.number ?? 0) + 1, by: ctx.actor.name }
    await addAgenda(db, programme.id, given, ctx.now)
    await log({ kind: 'joint_agenda_saved', programmeId: programme.id, circle: 'wg', details: { label } })
    after(() => tell(jointTopic(programme.id), 'agenda'))
  })
