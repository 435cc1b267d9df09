import { clock, dayOf, warekiShort } from '../../platform/time.ts'

/** 支援チームのメモ: between advisors and secretariat; never read by those who are supported. */
export interface Note {
  id: string
  regionId: string
  text: string
  personId: string | null
  personName: string
  createdAt: string
}

export interface ShownNote {
  id: string
  text: string
  by: string
  removeTo: string | null
}

export const shownNote = (note: Note, removeTo: string | null): ShownNote => ({
  id: note.id,
  text: note.text,
  by: `${warekiShort(dayOf(note.createdAt))} ${clock(note.createdAt)}・${note.personName}`,
  removeTo,
})
