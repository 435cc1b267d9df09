import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { searchWords } from '../../people/organisations/organisations.ts'
import type { Db, Tables } from '../../platform/db/db.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'

const LIMIT = 30

/** `like` with its own escape sign, so that a typed % or _ means itself. */
const contains = (column: string, word: string): Expression<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} like ${`%${word.replace(/[!%_]/g, '!$&')}%`} escape '!'`

const isCode = (word: string): boolean => /^\d+$/.test(word)

type Eb = ExpressionBuilder<Tables, 'regions' | 'programmes'>

/** Names as they are written, without the folding of kana; one plain word for each folded one. */
const plainWords = (q: string): string[] =>
  q
    .normalize('NFKC')
    .split(/[\s,、]+/)
    .filter(Boolean)
    .slice(0, 5)

/** Organisations are looked through once, not once for each of seventeen thousand regions. */
const inOrganisation = (eb: Eb, word: string) =>
  eb(
    'regions.id',
    'in',
    eb
      .selectFrom('regionMembers as m')
      .select('m.regionId')
      .where('m.organisationId', 'in', (inner) =>
        inner
          .selectFrom('organisations as o')
          .select('o.id')
          .where((o) => (isCode(word) ? o('o.code', 'like', `${word}%`) : contains('o.searchText', word))),
      ),
  )

const inPrefecture = (eb: Eb, word: string) =>
  eb(
    'regions.prefectureId',
    'in',
    eb
      .selectFrom('organisations as p')
      .select('p.id')
      .where('p.kind', '=', 'prefecture')
      .where(contains('p.searchText', word)),
  )

/** Name, kana (全角 and 半角), code, prefecture, theme: every word must be found somewhere. */
function matches(eb: Eb, word: string) {
  const own = ['regions.name', 'regions.theme'].map((column) => contains(column, word))
  return eb.or([
    ...own,
    ...(isCode(word) ? [eb('regions.sortCode', 'like', `${word}%`)] : [inPrefecture(eb, word)]),
    inOrganisation(eb, word),
  ])
}

/**
 * Only what the actor sees. First which ones, then what there is to know of them: the other way round a common word
 * would have everything about thousands of regions worked out, to show thirty.
 */
export async function searchRegions(db: Db, actor: Actor, q: string): Promise<{ rows: Region[]; hasMore: boolean }> {
  const words = searchWords(q)
  const plain = plainWords(q)
  if (words.length === 0) return { rows: [], hasMore: false }
  const ways = [words, ...(plain.join(' ') === words.join(' ') ? [] : [plain])]
  const found = await regionsSeenBy(db, actor)
    .where((given) => {
      const eb = given as unknown as Eb
      return eb.or(ways.map((way) => eb.and(way.map((word) => matches(eb, word)))))
    })
    .select('regions.id')
    .orderBy('regions.sortCode')
    .orderBy('regions.id')
    .limit(LIMIT + 1)
    .execute()
  const ids = found.slice(0, LIMIT).map((row) => row.id)
  const query = regionsSeenBy(db, actor).where('regions.id', 'in', [...ids, ''])
  const rows = ids.length > 0 ? await fetchRegions(db, query.orderBy('regions.sortCode').orderBy('regions.id')) : []
  return { rows, hasMore: found.length > LIMIT }
}

/** Accounts by name, kana or mail, for those who keep them. */
export const searchPeople = (db: Db, q: string) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'kana', 'email', 'section', 'leftOn'])
    .where((eb) => {
      const words = plainWords(q)
      const tight = q.normalize('NFKC').replace(/\s/g, '')
      const bare = (column: string) =>
        sql<SqlBool>`replace(${sql.ref(column)}, ' ', '') like ${`%${tight.replace(/[!%_]/g, '!$&')}%`} escape '!'`
      const each = words.map((word) => eb.or(['name', 'kana', 'email'].map((column) => contains(column, word))))
      return eb.or([eb.and(each), bare('name'), bare('kana')])
    })
    .orderBy('kana')
    .orderBy('id')
    .limit(LIMIT)
    .execute()

const FEW = 60

/** For the choice of one region: those the actor sees, if they are few; else none. */
export async function fewRegions(db: Db, actor: Actor): Promise<{ id: string; name: string }[]> {
  const rows = await regionsSeenBy(db, actor)
    .select(['regions.id', 'regions.name', 'regions.sortCode'])
    .limit(FEW + 1)
    .execute()
  return rows.length > FEW ? [] : rows.sort((a, b) => a.sortCode.localeCompare(b.sortCode))
}

export const prefectures = (db: Db): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('organisations').select(['id', 'name']).where('kind', '=', 'prefecture').orderBy('code').execute()
