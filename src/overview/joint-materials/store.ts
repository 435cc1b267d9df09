import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { type HandIn, type HandInKind, JOINT_REMINDER, type Listed } from './joint-materials.ts'

interface JointHandInsTable extends Omit<HandIn, 'body' | 'kind'> {
  kind: string
  bodyJson: string | null
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    jointHandIns: JointHandInsTable
  }
}

const COLUMNS = [
  ...(['id', 'programmeId', 'regionId', 'seriesId', 'version', 'kind', 'title', 'note', 'fileId'] as const),
  ...(['personId', 'byName', 'onBehalfOf', 'handedAt', 'withdrawnAt', 'withdrawnBy'] as const),
]

/** Everything ever handed in for these regions, without the papers themselves, oldest first. */
export async function handInsOf(db: Db, regionIds: readonly string[]): Promise<Listed[]> {
  if (regionIds.length === 0) return []
  const query = db
    .selectFrom('jointHandIns')
    .select(COLUMNS)
    .where('regionId', 'in', [...regionIds])
  return (await query.orderBy('id').execute()) as Listed[]
}

const plain = ({ bodyJson, ...row }: JointHandInsTable): HandIn => ({
  ...row,
  kind: row.kind as HandInKind,
  body: bodyJson === null ? null : JSON.parse(bodyJson),
})

/** With the papers themselves, by their ids. */
export async function wholeHandIns(db: Db, ids: readonly string[]): Promise<HandIn[]> {
  if (ids.length === 0) return []
  const query = db
    .selectFrom('jointHandIns')
    .selectAll()
    .where('id', 'in', [...ids])
  return (await query.orderBy('id').execute()).map(plain)
}

export type NewHandIn = Omit<HandIn, 'id' | 'seriesId' | 'version' | 'handedAt' | 'withdrawnAt' | 'withdrawnBy'> & {
  /** null begins a new one. */
  seriesId: string | null
}

export async function addHandIn(db: Db, { body, seriesId, ...given }: NewHandIn, now: Date): Promise<number> {
  const id = newId()
  const series = seriesId ?? id
  const last = await db
    .selectFrom('jointHandIns')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('seriesId', '=', series)
    .executeTakeFirst()
  const version = Number(last?.version ?? 0) + 1
  const bodyJson = body === null || body === undefined ? null : JSON.stringify(body)
  const row = { ...given, id, seriesId: series, version, bodyJson, handedAt: now.toISOString() }
  await db
    .insertInto('jointHandIns')
    .values({ ...row, withdrawnAt: null, withdrawnBy: null })
    .execute()
  return version
}

export const markWithdrawn = (db: Db, id: string, by: string, now: Date) =>
  db
    .updateTable('jointHandIns')
    .set({ withdrawnAt: now.toISOString(), withdrawnBy: by })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()

/** When each region was last asked for its materials. */
export async function askedOf(db: Db, regionIds: readonly string[]): Promise<Map<string, string>> {
  if (regionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('letters')
    .select(['regionId', (eb) => eb.fn.max('createdAt').as('at')])
    .where('kind', '=', JOINT_REMINDER)
    .where('regionId', 'in', [...regionIds])
    .groupBy('regionId')
    .execute()
  return new Map(rows.map((row) => [row.regionId ?? '', String(row.at)]))
}
