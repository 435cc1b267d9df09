import { type Insertable, sql } from 'kysely'
import type { Db, Tables } from '../../platform/db/db.ts'
import type { Cells, Item } from '../case-format/bundle.ts'
import { keptNow } from '../case-papers/case-papers.ts'
import { bodiesOfRegion } from '../case-papers/store.ts'
import { bundleFrom, type CaseRows } from './bundle.ts'

interface KeptPartsTable {
  regionId: string
  key: string
  json: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    keptParts: KeptPartsTable
  }
}

type RegionCells = Omit<Insertable<Tables['regions']>, 'name' | 'theme' | 'focus' | 'scenesJson' | 'restJson'>

/** The whole record goes in; what an earlier import of it left goes out. The region keeps its id and number. */
export async function writeCase(db: Db, own: RegionCells, rows: CaseRows): Promise<void> {
  const region = { ...rows.region, ...own } as Insertable<Tables['regions']>
  const { id, number: _, createdAt: __, createdBy: ___, ...changes } = region
  await clearCase(db, id)
  await db
    .insertInto('regions')
    .values(region)
    .onConflict((c) => c.column('id').doUpdateSet(changes))
    .execute()
  await insertAll(db, 'regionMembers', rows.members)
  await insertAll(db, 'participants', rows.participants)
  await insertAll(db, 'meetings', rows.meetings)
  await insertAll(db, 'meetingLines', rows.lines)
  await insertAll(db, 'advice', rows.advice)
  await insertAll(db, 'promises', rows.promises)
  await insertAll(
    db,
    'keptParts',
    rows.kept.map((part) => ({ ...part, regionId: id })),
  )
}

/** Many rows at a time, few enough for the engine's limit of bound values. */
async function insertAll<T extends keyof Tables>(db: Db, table: T, rows: readonly Cells[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 200)
    await db
      .insertInto(table)
      .values(rows.slice(i, i + 200) as unknown as Insertable<Tables[T]>[])
      .execute()
}

async function clearCase(db: Db, regionId: string): Promise<void> {
  const meetings = db.selectFrom('meetings').select('id').where('regionId', '=', regionId)
  await db.deleteFrom('meetingLines').where('meetingId', 'in', meetings).execute()
  for (const table of ['advice', 'promises', 'meetings', 'participants', 'regionMembers', 'keptParts'] as const)
    await db.deleteFrom(table).where('regionId', '=', regionId).execute()
}

/** Every row of the record, in the order a bundle lists them. What was deleted is not part of it. */
export async function readCase(db: Db, regionId: string): Promise<CaseRows> {
  const region = await db.selectFrom('regions').selectAll().where('id', '=', regionId).executeTakeFirstOrThrow()
  const of = (table: 'regionMembers' | 'participants' | 'meetings') =>
    db
      .selectFrom(table as 'meetings')
      .selectAll()
      .where('regionId', '=', regionId)
  const written = (table: 'advice' | 'promises') =>
    db
      .selectFrom(table as 'advice')
      .selectAll()
      .where('regionId', '=', regionId)
      .orderBy('createdAt')
      .orderBy('position')
      .orderBy('id')
  const meetings = await of('meetings').execute()
  const lines = await db
    .selectFrom('meetingLines')
    .selectAll()
    .where('meetingId', 'in', [...meetings.map((meeting) => meeting.id), ''])
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const rows = {
    region,
    members: await of('regionMembers').orderBy(sql.ref('position')).execute(),
    participants: await of('participants').orderBy(sql.ref('position')).execute(),
    meetings,
    lines,
    advice: await written('advice').where('deletedAt', 'is', null).where('sentAt', 'is not', null).execute(),
    promises: await written('promises').execute(),
    kept: await db.selectFrom('keptParts').select(['key', 'json']).where('regionId', '=', regionId).execute(),
  }
  return rows as unknown as CaseRows
}

/** The record with the tools' papers as they stand now. */
export async function recordOf(db: Db, regionId: string): Promise<CaseRows> {
  const rows = await readCase(db, regionId)
  return { ...rows, kept: keptNow(rows, await bodiesOfRegion(db, regionId)) }
}

export const bundleOfRegion = async (db: Db, regionId: string): Promise<Item> =>
  bundleFrom(await recordOf(db, regionId))
