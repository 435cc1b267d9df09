import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { DateFact, DateKind } from './schedules.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    meetingDates: Omit<DateFact, 'kind'> & { kind: string }
  }
}

export async function dateFactsOf(db: Db, meetingIds: readonly string[]): Promise<DateFact[]> {
  if (meetingIds.length === 0) return []
  const rows = await db
    .selectFrom('meetingDates')
    .selectAll()
    .where('meetingId', 'in', [...meetingIds])
    .orderBy('meetingId')
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as DateKind }))
}

/** The next fact about a meeting's date; its number is counted by the database. Inside a transaction. */
export async function addDateFact(
  db: Db,
  fact: Omit<DateFact, 'id' | 'sequence' | 'createdAt'>,
  now: Date,
): Promise<DateFact> {
  const last = await db
    .selectFrom('meetingDates')
    .select((eb) => eb.fn.max('sequence').as('n'))
    .where('meetingId', '=', fact.meetingId)
    .executeTakeFirst()
  const sequence = last?.n === null || last?.n === undefined ? 0 : Number(last.n) + 1
  const row = { ...fact, id: newId(), sequence, createdAt: now.toISOString() }
  await db.insertInto('meetingDates').values(row).execute()
  return row
}
