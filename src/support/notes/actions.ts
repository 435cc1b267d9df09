import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Note } from './notes.ts'
import { addNote, removeNote } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    note_written: { region: string }
    note_removed: { region: string }
  }
}

export const noteHappenings = {
  note_written: (h) => `${h.actorName}さんが支援チームのメモを書きました`,
  note_removed: (h) => `${h.actorName}さんが支援チームのメモを消しました`,
} satisfies Sentences<'note_written' | 'note_removed'>

const about = (region: Region) => ({ regionId: region.id, circle: 'team' as const, details: { region: region.name } })

export const writeNote = (ctx: Ctx, region: Region, text: string) =>
  change(ctx, async (db, log) => {
    const { personId, name: personName } = ctx.actor
    await addNote(db, { regionId: region.id, text, personId, personName }, ctx.now)
    await log({ kind: 'note_written', ...about(region) })
  })

/** Kept in the database with who and when; gone from the page. */
export const takeNote = (ctx: Ctx, region: Region, note: Note) =>
  change(ctx, async (db, log) => {
    if (!(await removeNote(db, note, { name: ctx.actor.name, now: ctx.now })))
      throw new Problem('conflict', 'このメモは、ほかの人が先に消しました')
    await log({ kind: 'note_removed', ...about(region) })
  })
