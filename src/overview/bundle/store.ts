import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'

interface ImportedBundlesTable {
  regionId: string
  /** The bundle as it came, so that what people changed since can be told. */
  json: string
  importedAt: string
  byName: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    importedBundles: ImportedBundlesTable
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

/** 「みどり町」 without its prefecture, where only one is called so. */
async function regionCalled(db: Db, given: string): Promise<string | null> {
  const rows = await db.selectFrom('regions').select(['id', 'name']).execute()
  const called = rows.filter(({ name }) => given !== '' && name.endsWith(given))
  return called.length === 1 ? (called[0]?.id ?? null) : null
}

/** CASE of the command line: the bundle's id, the region's number, its own id, or its name where only one has it. */
export async function regionIdOfCase(db: Db, given: string): Promise<string | null> {
  const named = await db
    .selectFrom('regions')
    .select(['id', 'bundleId', 'name'])
    .where((eb) => eb.or([eb('bundleId', '=', given), eb('id', '=', given), eb('name', '=', given)]))
    .execute()
  const exact = named.find((one) => one.bundleId === given) ?? named.find((one) => one.id === given)
  if (exact) return exact.id
  if (named.length > 0) return named.length === 1 ? (named[0]?.id ?? null) : null
  if (!/^\d{1,9}$/.test(given)) return regionCalled(db, given)
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

export async function firstSecretariat(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('organisations')
    .select('id')
    .where('kind', '=', 'secretariat')
    .where('retiredOn', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
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

export interface ImportedRow {
  regionId: string
  number: number
  name: string
  isSample: number
  importedAt: string
  byName: string
}

/** Imported records this actor may see, the newest first. */
export const importedRegions = (db: Db, actor: Actor): Promise<ImportedRow[]> =>
  regionsSeenBy(db, actor)
    .innerJoin('importedBundles as b', 'b.regionId', 'regions.id')
    .select(['b.regionId', 'regions.number', 'regions.name', 'regions.isSample', 'b.importedAt', 'b.byName'])
    .orderBy('b.importedAt', 'desc')
    .orderBy('regions.number')
    .limit(100)
    .execute()
