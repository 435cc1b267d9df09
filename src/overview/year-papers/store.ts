import type { Db } from '../../platform/db/db.ts'

/** 役職 of each, where one is known. */
export async function titlesOf(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('memberships')
    .select(['personId', 'title'])
    .where('personId', 'in', [...personIds])
    .where('title', '!=', '')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.personId, row.title]))
}
