import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { AgendaRow, YearAgenda } from './year-agendas.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    yearAgendas: Omit<YearAgenda, 'rows'> & { rowsJson: string }
  }
}

/** The agenda in force of each meeting: one query. */
export async function yearAgendasOf(db: Db, meetingIds: readonly string[]): Promise<Map<string, YearAgenda>> {
  const rows = await db
    .selectFrom('yearAgendas')
    .selectAll()
    .where('meetingId', 'in', [...meetingIds, ''])
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ rowsJson, ...row }) => [row.meetingId, { ...row, rows: JSON.parse(rowsJson) }]))
}

export async function addYearAgenda(
  db: Db,
  given: { meetingId: string; rows: readonly AgendaRow[]; personName: string },
  now: Date,
): Promise<string> {
  const { rows, ...rest } = given
  const id = newId()
  await db
    .insertInto('yearAgendas')
    .values({ ...rest, id, rowsJson: JSON.stringify(rows), createdAt: now.toISOString() })
    .execute()
  return id
}
