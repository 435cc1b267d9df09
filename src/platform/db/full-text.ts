import { type RawBuilder, sql } from 'kysely'
import { sought, tokensOf } from '../bigrams/bigrams.ts'
import type { Db } from './db.ts'

/**
 * The full-text index, in SQLite's FTS5: it keeps pairs of letters and marks, no text. (In PostgreSQL the same four
 * columns are one `tsvector` of `to_tsvector('simple', …)` under a GIN index, asked by `phraseto_tsquery`; or pg_trgm over
 * the text, where words of two letters are not asked.)
 */
export interface Indexed {
  id: number
  /** What a hit is made by. */
  text: string
  /** What a second word may also be found in: the name of the place. */
  head: string
  /** Marks that narrow a search, each a word of a-z and 0-9. */
  marks: readonly string[]
}

export const makeFullText = (db: Db) =>
  sql`create virtual table search_words using fts5 (body, head, letters, marks, content = '', contentless_delete = 1,
    tokenize = 'ascii')`.execute(db)

function values({ id, text, head, marks }: Indexed): RawBuilder<unknown> {
  const { pairs, letters } = tokensOf(text)
  return sql`(${id}, ${pairs}, ${tokensOf(head).pairs}, ${letters}, ${marks.join(' ')})`
}

const AT_ONCE = 200

export async function putTexts(db: Db, rows: readonly Indexed[]): Promise<void> {
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    const some = rows.slice(i, i + AT_ONCE).map(values)
    await sql`insert into search_words (rowid, body, head, letters, marks) values ${sql.join(some)}`.execute(db)
  }
}

export async function dropTexts(db: Db, ids: readonly number[]): Promise<void> {
  for (let i = 0; i < ids.length; i += 10_000)
    await sql`delete from search_words where rowid in (${sql.join(ids.slice(i, i + 10_000))})`.execute(db)
}

export const dropAllTexts = (db: Db) => sql`insert into search_words (search_words) values ('delete-all')`.execute(db)

const A_MEGABYTE = 1024 * 1024

/** While everything is read at once, more is gathered before it is written down. */
export const inBulk = (db: Db, isBulk: boolean) =>
  sql`insert into search_words (search_words, rank) values ('hashsize', ${sql.lit((isBulk ? 64 : 1) * A_MEGABYTE)})`.execute(
    db,
  )

/** Long after: the pieces it was built of become one, and searching is at its quickest. */
export const tidyTexts = (db: Db) => sql`insert into search_words (search_words) values ('optimize')`.execute(db)

export interface Asked {
  words: readonly string[]
  /** One of the alternatives holds; in it, of each list of marks one. Null: everything. */
  within: readonly (readonly (readonly string[])[])[] | null
  /** Of each of these lists one mark. */
  marks: readonly (readonly string[])[]
  after: number
  limit: number
}

const quoted = (token: string) => `"${token}"`
const oneOf = (marks: readonly string[]) => `marks : (${marks.map(quoted).join(' OR ')})`
const either = (parts: readonly string[]) => (parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`)
const all = (parts: readonly string[]) => (parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' AND ')})`)

const inText = (word: string): string => {
  const asked = sought(word)
  return 'pairs' in asked ? `body : ${quoted(asked.pairs)}` : `letters : ${quoted(asked.letter)}`
}
const inHead = (word: string): string[] => {
  const asked = sought(word)
  return 'pairs' in asked ? [`head : ${quoted(asked.pairs)}`] : []
}

/** Every word in the text or its head, and one of them in the text itself. */
function matchOf({ words, within, marks }: Asked): string {
  const [only] = words
  const found =
    words.length === 1
      ? [inText(only ?? '')]
      : [...words.map((word) => either([inText(word), ...inHead(word)])), either(words.map(inText))]
  const places = within ? [either(within.map((lists) => all(lists.map(oneOf))))] : []
  return [...found, ...marks.map(oneOf), ...places].join(' AND ')
}

/** Row numbers of what is found, lowest first, from the one after `after` on. */
export async function textsWith(db: Db, asked: Asked): Promise<number[]> {
  if (asked.words.length === 0 || asked.within?.length === 0) return []
  const { rows } = await sql<{ id: number }>`select rowid as id from search_words
    where search_words match ${matchOf(asked)} and rowid > ${asked.after}
    order by rowid limit ${asked.limit}`.execute(db)
  return rows.map((row) => row.id)
}
