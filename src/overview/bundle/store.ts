import { type Insertable, sql } from 'kysely'
import type { Db, Tables } from '../../platform/db/db.ts'
import type { Cells, Item } from '../case-format/bundle.ts'
import { bundleFrom, type CaseRows } from './bundle.ts'

interface ImportedBundlesTable {
  regionId: string
  /** The bundle as it came, so that what people changed since can be told. */
  json: string
  importedAt: string
  byName: string
}

interface KeptPartsTable {
  regionId: string
  key: string
  json: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    importedBundles: ImportedBundlesTable
    keptParts: KeptPartsTable
  }
}

/** The region that stands for this bundle, if it was imported before. */
export const regionOfBundle = (db: Db, bundleId: string) =>
  db
    .selectFrom('regions')
    .innerJoin('programmes', 'programmes.id', 'regions.programmeId')
    .select([
      'regions.id',
      'regions.number',
      'regions.name',
      'regions.isSample',
      'regions.programmeId',
      'programmes.ownerId',
    ])
    .where('regions.bundleId', '=', bundleId)
    .executeTakeFirst()

/** CASE of the command line: the bundle's id, or the region's number. */
export async function regionIdOfCase(db: Db, given: string): Promise<string | null> {
  const byBundle = await db.selectFrom('regions').select('id').where('bundleId', '=', given).executeTakeFirst()
  if (byBundle || !/^\d{1,9}$/.test(given)) return byBundle?.id ?? null
  const byNumber = await db.selectFrom('regions').select('id').where('number', '=', Number(given)).executeTakeFirst()
  return byNumber?.id ?? null
}

export async function idsByCode(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'code'])
    .where('code', 'in', [...codes])
    .execute()
  return new Map(rows.map((row) => [row.code ?? '', row.id]))
}

export async function sampleProgrammeOf(db: Db, asked: { templateKey: string; fiscalYear: number; ownerId: string }) {
  const { templateKey, fiscalYear, ownerId } = asked
  const row = await db
    .selectFrom('programmes')
    .select('id')
    .where('isSample', '=', 1)
    .where('templateKey', '=', templateKey)
    .where('fiscalYear', '=', fiscalYear)
    .where('ownerId', '=', ownerId)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function nextRegionNumber(db: Db): Promise<number> {
  const row = await db
    .selectFrom('regions')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
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
    advice: await written('advice').where('deletedAt', 'is', null).execute(),
    promises: await written('promises').execute(),
    kept: await db.selectFrom('keptParts').select(['key', 'json']).where('regionId', '=', regionId).execute(),
  }
  return rows as unknown as CaseRows
}

export const rememberBundle = (db: Db, row: ImportedBundlesTable) =>
  db
    .insertInto('importedBundles')
    .values(row)
    .onConflict((c) =>
      c.column('regionId').doUpdateSet({ json: row.json, importedAt: row.importedAt, byName: row.byName }),
    )
    .execute()

export const importedBundleOf = (db: Db, regionId: string): Promise<ImportedBundlesTable | undefined> =>
  db.selectFrom('importedBundles').selectAll().where('regionId', '=', regionId).executeTakeFirst()

/** Deeds of people in this region; imports and exports are not meant. */
export const deedsSince = (db: Db, regionId: string) =>
  db
    .selectFrom('happenings')
    .select(['at', 'actorName'])
    .where('regionId', '=', regionId)
    .where('kind', 'not in', ['bundle_imported'])
    .orderBy('id')
    .limit(20)
    .execute()

export async function bundleOfRegion(db: Db, regionId: string): Promise<Item> {
  const rows = await readCase(db, regionId)
  return bundleFrom(rows, (rows.region.importedAt as string | null | undefined) ?? null)
}
