import { type Expression, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { searchWords } from '../../people/organisations/organisations.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../regions/regions.ts'
import { fetchRegions } from '../regions/store.ts'
import { regionsSeenBy } from '../sight/store.ts'

const contains = (column: string, word: string): Expression<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} like ${`%${word.replace(/[!%_]/g, '!$&')}%`} escape '!'`

/** Organisations a word means; asked once for the whole list, not once per region. */
const organisationsNamed = (db: Db, word: string) =>
  db
    .selectFrom('organisations as o')
    .where(/^\d+$/.test(word) ? sql<SqlBool>`o.code like ${`${word}%`}` : contains('o.searchText', word))

/** Every word must be found in the region's name, or in a member's or its prefecture's name or kana; digits start a code. */
function matching(db: Db, actor: Actor, q: string) {
  let query = regionsSeenBy(db, actor)
  for (const word of searchWords(q)) {
    const named = organisationsNamed(db, word)
    const members = named.innerJoin('regionMembers as rm', 'rm.organisationId', 'o.id').select('rm.regionId')
    query = query.where((eb) =>
      eb.or([
        contains('regions.name', word),
        eb('regions.prefectureId', 'in', named.select('o.id')),
        eb('regions.id', 'in', members),
      ]),
    )
  }
  return query
}

export interface FoundRegion {
  region: Region
  prefectureName: string | null
  programmeName: string
  fiscalYear: number
}

/** The regions this actor sees, newest year first, then by code: a count and one page of rows. */
export async function findRegions(
  db: Db,
  actor: Actor,
  asked: { q: string; limit: number; offset: number },
): Promise<{ rows: FoundRegion[]; count: number }> {
  const { count } = await matching(db, actor, asked.q)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const page = matching(db, actor, asked.q)
    .orderBy('programmes.fiscalYear', 'desc')
    .orderBy('regions.sortCode')
    .orderBy('regions.id')
    .limit(asked.limit)
    .offset(asked.offset)
  const regions = await fetchRegions(db, page)
  const names = await placesOf(db, regions)
  return { rows: regions.map((region) => ({ region, ...(names.get(region.id) ?? NAMELESS) })), count: Number(count) }
}

const NAMELESS = { prefectureName: null, programmeName: '', fiscalYear: 0 }

async function placesOf(db: Db, regions: readonly Region[]) {
  if (regions.length === 0) return new Map<string, typeof NAMELESS>()
  const rows = await db
    .selectFrom('regions')
    .innerJoin('programmes', 'programmes.id', 'regions.programmeId')
    .leftJoin('organisations as p', 'p.id', 'regions.prefectureId')
    .select([
      'regions.id as id',
      'p.name as prefectureName',
      'programmes.name as programmeName',
      'programmes.fiscalYear as fiscalYear',
    ])
    .where(
      'regions.id',
      'in',
      regions.map((r) => r.id),
    )
    .execute()
  return new Map(rows.map(({ id, ...names }) => [id, names as unknown as typeof NAMELESS]))
}
