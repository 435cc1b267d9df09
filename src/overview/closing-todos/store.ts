import type { Db } from '../../platform/db/db.ts'

/** Regions whose まとめ has a first word: one query. */
export async function closingsBegun(db: Db, regionIds: readonly string[]): Promise<Set<string>> {
  if (regionIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('documents')
    .select('ownerId')
    .where('kind', '=', 'closing')
    .where('ownerKind', '=', 'region')
    .where('ownerId', 'in', [...regionIds])
    .where('headNumber', '>', 0)
    .execute()
  return new Set(rows.map(({ ownerId }) => ownerId))
}
