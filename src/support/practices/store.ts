import { documentOf, headOf } from '../../papers/documents/store.ts'
import { rowsIn } from '../../papers/templates/templates.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Cause } from './practices.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    keptParts: { regionId: string; key: string; json: string }
  }
}

/** Causes that a practice may touch: those the region thinks about, else those of its imported record. */
export async function causesOf(db: Db, regionId: string): Promise<Cause[]> {
  const written = await causesWritten(db, regionId)
  if (written.length > 0) return written
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

/** The paper 「真因の仮説」 is kept by the tools; what stands in it is read here by its rows. */
async function causesWritten(db: Db, regionId: string): Promise<Cause[]> {
  const document = await documentOf(db, { kind: 'causes', ownerKind: 'region', ownerId: regionId })
  if (!document) return []
  const { body } = await headOf(db, document.id)
  return rowsIn(body, 'causes').flatMap(({ id, text, withdrawn, mergedInto }) =>
    text && !withdrawn && !mergedInto ? [{ ref: `causes/${id}`, label: text }] : [],
  )
}
