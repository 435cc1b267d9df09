import type { Db } from '../../platform/db/db.ts'

/** What an imported record keeps without a tool of its own, by key. One query. */
export async function keptPartsOf(db: Db, regionId: string): Promise<Map<string, unknown>> {
  const rows = await db.selectFrom('keptParts').select(['key', 'json']).where('regionId', '=', regionId).execute()
  return new Map(rows.map(({ key, json }) => [key, JSON.parse(json)]))
}
