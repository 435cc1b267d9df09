import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Contact, NewOrganisation, Organisation, OrganisationKind } from './organisations.ts'
import { BUREAUS, isInventedCode, searchTextOf, searchWords, toHiragana } from './organisations.ts'

/** `searchText` is made from name and kana by `searchTextOf`; the prefecture's name comes by a join. */
export interface OrganisationsTable extends Omit<Organisation, 'prefectureName'> {
  searchText: string
  createdAt: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    organisations: OrganisationsTable
  }
}

const joined = (db: Db) =>
  db
    .selectFrom('organisations as o')
    .leftJoin('organisations as p', (join) =>
      join.onRef('p.prefectureCode', '=', 'o.prefectureCode').on('p.kind', '=', 'prefecture'),
    )

const whole = (query: ReturnType<typeof joined>) => query.selectAll('o').select('p.name as prefectureName')

const organisations = (db: Db) => whole(joined(db))

/** By code; whoever has none follows by kana. */
const inOrder = (query: ReturnType<typeof organisations>) =>
  query
    .orderBy('o.code', (order) => order.asc().nullsLast())
    .orderBy('o.kana')
    .orderBy('o.id')

export const organisationOf = (db: Db, id: string): Promise<Organisation | undefined> =>
  organisations(db).where('o.id', '=', id).executeTakeFirst()

export const organisationByCode = (db: Db, code: string): Promise<Organisation | undefined> =>
  organisations(db).where('o.code', '=', code).executeTakeFirst()

export const organisationsByIds = (db: Db, ids: readonly string[]): Promise<Organisation[]> =>
  ids.length === 0 ? Promise.resolve([]) : inOrder(organisations(db).where('o.id', 'in', [...new Set(ids)])).execute()

export interface Search {
  q?: string
  kinds?: readonly OrganisationKind[]
  prefectureCode?: string
  limit?: number
  offset?: number
  includeInvented?: boolean
}

/** `like` with its own escape sign, so that a typed % or _ means itself. */
const contains = (column: string, word: string): Expression<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} like ${`%${word.replace(/[!%_]/g, '!$&')}%`} escape '!'`

/** The last word must be the organisation's own; words before it may name its prefecture. Digits are the start of a code. */
function found(db: Db, search: Search) {
  const words = searchWords(search.q ?? '')
  return joined(db)
    .where('o.retiredOn', 'is', null)
    .$if(!search.includeInvented, (query) => query.where('o.isInvented', '=', 0))
    .$if(Boolean(search.kinds?.length), (query) => query.where('o.kind', 'in', search.kinds ?? []))
    .$if(Boolean(search.prefectureCode), (query) => query.where('o.prefectureCode', '=', search.prefectureCode ?? ''))
    .where((eb) =>
      eb.and(
        words.map((word, i) => {
          if (/^\d+$/.test(word)) return eb('o.code', 'like', `${word}%`)
          const own = contains('o.searchText', word)
          return i === words.length - 1 ? own : eb.or([own, contains('p.searchText', word)])
        }),
      ),
    )
}

export async function searchOrganisations(db: Db, search: Search): Promise<{ rows: Organisation[]; count: number }> {
  const { count } = await found(db, search)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await inOrder(whole(found(db, search)))
    .limit(Math.min(Math.max(search.limit ?? 50, 1), 100))
    .offset(Math.max(search.offset ?? 0, 0))
    .execute()
  return { rows, count: Number(count) }
}

export const prefectures = (db: Db, includeInvented = false): Promise<Organisation[]> =>
  inOrder(
    organisations(db)
      .where('o.kind', '=', 'prefecture')
      .$if(!includeInvented, (query) => query.where('o.isInvented', '=', 0)),
  ).execute()

/** From north to south. */
export async function bureaus(db: Db): Promise<Organisation[]> {
  const rows = await organisations(db).where('o.kind', '=', 'bureau').execute()
  const place = (o: Organisation) => Object.keys(BUREAUS).indexOf(o.bureauCode ?? '')
  return rows.toSorted((a, b) => place(a) - place(b))
}

/** 保健所 and other bodies that belong to this one. */
export const childrenOf = (db: Db, id: string): Promise<Organisation[]> =>
  inOrder(organisations(db).where('o.parentOrganisationId', '=', id).where('o.retiredOn', 'is', null))
    .limit(100)
    .execute()

export async function addOrganisation(db: Db, given: NewOrganisation, now: Date): Promise<string> {
  const id = given.id ?? (given.code ? `org-${given.code}` : newId(now.getTime()))
  const kana = toHiragana(given.kana)
  const isInvented = given.isInvented ?? (given.prefectureCode && isInventedCode(given.prefectureCode) ? 1 : 0)
  const at = now.toISOString()
  await db
    .insertInto('organisations')
    .values({
      ...given,
      id,
      kana,
      isInvented,
      searchText: searchTextOf(given.name, kana),
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  return id
}

export const updateContact = (db: Db, id: string, contact: Contact, now: Date) =>
  db
    .updateTable('organisations')
    .set({ ...contact, updatedAt: now.toISOString() })
    .where('id', '=', id)
    .execute()
