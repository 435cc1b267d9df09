import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Note } from './notes.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    teamNotes: Note & { meetingId: string | null; deletedAt: string | null; deletedBy: string | null }
  }
}

/** The team's notes on a region, newest first; ask for the circle `team` before showing them. */
export const notesOfRegion = (db: Db, regionId: string): Promise<Note[]> =>
  db
    .selectFrom('teamNotes')
    .select(['id', 'regionId', 'text', 'personId', 'personName', 'createdAt'])
    .where('regionId', '=', regionId)
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute()

export const addNote = (db: Db, given: Omit<Note, 'id' | 'createdAt'>, now: Date) =>
  db
    .insertInto('teamNotes')
    .values({ ...given, id: newId(), meetingId: null, createdAt: now.toISOString(), deletedAt: null, deletedBy: null })
    .execute()

export async function removeNote(db: Db, note: Note, by: { name: string; now: Date }): Promise<boolean> {
  const result = await db
    .updateTable('teamNotes')
    .set({ deletedAt: by.now.toISOString(), deletedBy: by.name })
    .where('id', '=', note.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
