import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { OpenPause } from '../regions/regions.ts'
import type { Pause, PauseKind } from './pauses.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    pauses: {
      id: string
      regionId: string
      kind: string
      reason: string
      fromAt: string
      byName: string
      endedAt: string | null
      endReason: string | null
      endedBy: string | null
    }
  }
}

export async function pausesOf(db: Db, regionId: string): Promise<Pause[]> {
  const rows = await db
    .selectFrom('pauses')
    .selectAll()
    .where('regionId', '=', regionId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ regionId: _, ...row }) => ({ ...row, kind: row.kind as PauseKind }))
}

export const addPause = (
  db: Db,
  given: { regionId: string; kind: PauseKind; reason: string; byName: string },
  now: Date,
) =>
  db
    .insertInto('pauses')
    .values({ ...given, id: newId(), fromAt: now.toISOString(), endedAt: null, endReason: null, endedBy: null })
    .execute()

export const endPauses = (db: Db, regionId: string, given: { reason: string; byName: string }, now: Date) =>
  db
    .updateTable('pauses')
    .set({ endedAt: now.toISOString(), endReason: given.reason, endedBy: given.byName })
    .where('regionId', '=', regionId)
    .where('endedAt', 'is', null)
    .execute()

/** The open pause of each of these regions. */
export async function openPauses(db: Db, regionIds: readonly string[]): Promise<Map<string, OpenPause>> {
  if (regionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('pauses')
    .select(['regionId', 'kind', 'reason', 'fromAt'])
    .where('regionId', 'in', [...regionIds])
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ regionId, ...pause }) => [regionId, pause as OpenPause]))
}
