import type { Db } from '../../platform/db/db.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    paperReads: { documentId: string; personId: string; number: number; readAt: string }
  }
}

/** How far this person has read each document of the list. */
export async function readNumbers(
  db: Db,
  personId: string | null,
  documentIds: readonly string[],
): Promise<Map<string, number>> {
  if (!personId || documentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('paperReads')
    .select(['documentId', 'number'])
    .where('personId', '=', personId)
    .where('documentId', 'in', [...documentIds])
    .execute()
  return new Map(rows.map((row) => [row.documentId, row.number]))
}

export const putRead = (db: Db, given: { documentId: string; personId: string; number: number }, now: Date) =>
  db
    .insertInto('paperReads')
    .values({ ...given, readAt: now.toISOString() })
    .onConflict((c) =>
      c.columns(['documentId', 'personId']).doUpdateSet({ number: given.number, readAt: now.toISOString() }),
    )
    .execute()
