import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    agendas: { id: string; meetingId: string; itemsJson: string; personName: string; createdAt: string }
  }
}

/** The latest wording; earlier ones stay. */
export async function agendaOf(db: Db, meetingId: string): Promise<string[] | null> {
  const row = await db
    .selectFrom('agendas')
    .select('itemsJson')
    .where('meetingId', '=', meetingId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? (JSON.parse(row.itemsJson) as string[]) : null
}

export const addAgenda = (db: Db, given: { meetingId: string; items: readonly string[]; by: string }, now: Date) =>
  db
    .insertInto('agendas')
    .values({
      id: newId(),
      meetingId: given.meetingId,
      itemsJson: JSON.stringify(given.items),
      personName: given.by,
      createdAt: now.toISOString(),
    })
    .execute()
