import type { Db } from '../../platform/db/db.ts'

/** Written by programme/submissions, which owns the deed; read here for "may it still change?". */
export interface ReopeningsTable {
  id: string
  regionId: string
  untilOn: string
  reason: string
  byName: string
  createdAt: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    reopenings: ReopeningsTable
  }
}

/** The last day of an open reopening, or null. */
export async function reopenedUntil(db: Db, regionId: string): Promise<string | null> {
  const row = await db
    .selectFrom('reopenings')
    .select((eb) => eb.fn.max('untilOn').as('untilOn'))
    .where('regionId', '=', regionId)
    .executeTakeFirst()
  return row?.untilOn ?? null
}

/** The revision that was handed in last and not taken back. */
export const submittedRevision = (db: Db, regionId: string) =>
  db
    .selectFrom('submissions')
    .select(['revisionNumber', 'submittedAt'])
    .where('regionId', '=', regionId)
    .where('withdrawnAt', 'is', null)
    .orderBy('submittedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
