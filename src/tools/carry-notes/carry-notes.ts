import type { Head } from '../../papers/documents/documents.ts'
import { paths } from '../../paths/paths.ts'
import { type Carry, textAt } from '../carries/carries.ts'
import type { PaperAt } from '../papers/papers.ts'

/** What a note needs of the paper it came from. */
export interface NoteSource {
  head: Head
  title: string
  href: string
  placeOf(path: string): string
}

/** What was carried, beside the field that holds it. */
export interface CarryNote {
  carry: Carry
  from: string
  href: string | null
  /** The source has moved on since. */
  isStale: boolean
  isGone: boolean
  was: string
  now: string
  updateTo: string
}

export function noteOf(
  regionId: string,
  ref: string,
  { carry, sources }: { carry: Carry; sources: ReadonlyMap<string, NoteSource> },
): CarryNote {
  const source = sources.get(carry.fromDocumentId)
  const now = source ? textAt(source.head.body, carry.fromPath) : carry.fromText
  const place = source?.placeOf(carry.fromPath) ?? ''
  return {
    carry,
    from: source ? `${source.title}${place && place !== source.title ? `（${place}）` : ''}` : 'ほかのシート',
    href: source?.href ?? null,
    isStale: now !== null && now !== carry.fromText,
    isGone: now === null,
    was: carry.fromText,
    now: now ?? '',
    updateTo: paths.paperCarry(regionId, ref, carry.id),
  }
}

/** A carried text beside its field. */
export interface ShownCarry {
  place: string
  from: string
  href: string | null
  state: string
  was: string
  now: string
  answerTo: string | null
}

export const shownCarry = (at: PaperAt, note: CarryNote): ShownCarry => ({
  place: at.kind.words.place(note.carry.toPath, at.head.body),
  from: note.from,
  href: note.href,
  state: note.isGone ? '元の文は消されました' : note.isStale ? '元が変わりました' : '',
  was: note.was,
  now: note.now,
  answerTo: note.isStale && at.closed === null ? note.updateTo : null,
})
