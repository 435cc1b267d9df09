import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Attendance, AttendancePart } from './attendances.ts'

interface AttendancesTable extends Omit<Attendance, 'isHead' | 'isPresent' | 'part'> {
  meetingId: string
  part: string
  isHead: number
  isPresent: number
  markedAt: string
  markedBy: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    attendances: AttendancesTable
  }
}

export async function attendancesOf(db: Db, meetingId: string): Promise<Attendance[]> {
  const columns = ['id', 'personId', 'name', 'office', 'part', 'title', 'isHead', 'isPresent'] as const
  const rows = await db
    .selectFrom('attendances')
    .select(columns)
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    part: row.part as AttendancePart,
    isHead: row.isHead === 1,
    isPresent: row.isPresent === 1,
  }))
}

interface Given {
  meetingId: string
  one: Omit<Attendance, 'id'> & { id?: string }
  by: string
}

/** Adds a person, or says anew what is known of one; nobody else's row is touched. */
export async function putAttendance(db: Db, { meetingId, one, by }: Given, now: Date): Promise<void> {
  const { personId, name, office, part, title } = one
  const flags = { isHead: one.isHead ? 1 : 0, isPresent: one.isPresent ? 1 : 0 }
  const row = { ...flags, personId, name, office, part, title, markedAt: now.toISOString(), markedBy: by }
  if (one.id) await db.updateTable('attendances').set(row).where('id', '=', one.id).execute()
  else
    await db
      .insertInto('attendances')
      .values({ ...row, id: newId(), meetingId })
      .execute()
}
