import type { Db } from '../../platform/db/db.ts'
import type { Cause } from './practices.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    keptParts: { regionId: string; key: string; json: string }
  }
}

/** Causes of the region's record that a practice may touch. */
export async function causesOf(db: Db, regionId: string): Promise<Cause[]> {
  const row = await db
    .selectFrom('keptParts')
    .select('json')
    .where('regionId', '=', regionId)
    .where('key', '=', 'hypotheses')
    .executeTakeFirst()
  const items: unknown = row ? JSON.parse(row.json) : []
  if (!Array.isArray(items)) return []
  return items.flatMap(({ id, text }) =>
    typeof id === 'string' && typeof text === 'string' ? [{ ref: `hypotheses/${id}`, label: text }] : [],
  )
}
