import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Note, type ShownNote, shownNote } from './notes.ts'

export interface NotesPage {
  around: RegionFrame
  rows: ShownNote[]
  readers: string
  adviceHref: string
  saveTo: string | null
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/notes/index': NotesPage
  }
}

export function notesPage(actor: Actor, region: Region, asked: { notes: readonly Note[]; form: FormState }): NotesPage {
  const alive = notAliveReason(region) === null
  return {
    around: regionFrame(actor, region, 'advice'),
    rows: asked.notes.map((note) =>
      shownNote(note, alive && note.personId === actor.personId ? paths.noteRemoval(region.id, note.id) : null),
    ),
    readers: CIRCLE_READERS.team,
    adviceHref: paths.advice(region.id),
    saveTo: alive ? paths.notes(region.id) : null,
    form: asked.form,
  }
}
