import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { LinePart, MeetingLine } from './records.ts'

export interface MeetingLinesTable {
  id: string
  meetingId: string
  part: string
  text: string
  circle: string
  version: number
  personId: string | null
  personName: string
  createdAt: string
  deletedAt: string | null
  inferred: number
  restJson: string
  position: number
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    meetingLines: MeetingLinesTable
  }
}

/** Lines of these meetings in the circles their reader may read, in the order they were written. */
export async function linesOf(
  db: Db,
  meetingIds: readonly string[],
  circles: readonly Circle[],
): Promise<MeetingLine[]> {
  if (meetingIds.length === 0 || circles.length === 0) return []
  const rows = await db
    .selectFrom('meetingLines')
    .select(['id', 'meetingId', 'part', 'text', 'circle', 'version', 'personName', 'createdAt', 'inferred'])
    .where('meetingId', 'in', [...meetingIds])
    .where('circle', 'in', [...circles])
    .where('deletedAt', 'is', null)
    .orderBy('meetingId')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    part: row.part as LinePart,
    circle: row.circle as Circle,
    inferred: row.inferred === 1,
  }))
}

export interface NewLine {
  part: LinePart
  text: string
  circle: Circle
}

export async function addLines(
  db: Db,
  meetingId: string,
  given: { lines: readonly NewLine[]; personId: string | null; personName: string },
  now: Date,
): Promise<void> {
  const row = await db
    .selectFrom('meetingLines')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  const first = Number(row?.last ?? 0) + 1
  const by = { personId: given.personId, personName: given.personName, createdAt: now.toISOString(), deletedAt: null }
  const plain = { version: 1, inferred: 0, restJson: '{}' }
  for (const [i, line] of given.lines.entries()) {
    const value = { ...line, ...by, ...plain, id: newId(), meetingId, position: first + i }
    await db.insertInto('meetingLines').values(value).execute()
  }
}

/** The new words, or their removal, only if nobody was quicker. */
export async function reviseLine(
  db: Db,
  line: MeetingLine,
  set: { text: string } | { deletedAt: string },
): Promise<boolean> {
  const result = await db
    .updateTable('meetingLines')
    .set({ ...set, version: line.version + 1 })
    .where('id', '=', line.id)
    .where('version', '=', line.version)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Lines that were taken away since `from`, in the reader's circles, the latest first. */
export async function removedLinesOf(
  db: Db,
  meetingId: string,
  circles: readonly Circle[],
  from: string,
): Promise<{ id: string; part: LinePart; text: string; circle: Circle; deletedAt: string }[]> {
  if (circles.length === 0) return []
  const rows = await db
    .selectFrom('meetingLines')
    .select(['id', 'part', 'text', 'circle', 'deletedAt'])
    .where('meetingId', '=', meetingId)
    .where('circle', 'in', [...circles])
    .where('deletedAt', '>=', from)
    .orderBy('deletedAt', 'desc')
    .execute()
  return rows.map((row) => {
    const { part, circle, deletedAt } = row
    return { ...row, part: part as LinePart, circle: circle as Circle, deletedAt: deletedAt ?? '' }
  })
}

export async function restoreLine(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('meetingLines')
    .set((eb) => ({ deletedAt: null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
