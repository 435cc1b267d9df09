import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'
import { makeFullText } from '../src/platform/db/full-text.ts'

/** What changed since it was last put into the index; the texts that can be found, numbered newest first, and their words. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await makeFullText(db)
}

const statements = [
  `create table changed_places (kind text not null, id text not null, at text not null, primary key (kind, id))`,
  `insert into changed_places select 'region', id, created_at from regions`,
  `insert into changed_places select 'programme', id, created_at from programmes`,

  `create table search_texts (
    id integer primary key, place_id text not null, region_id text, programme_id text not null, kind text not null,
    circle text not null, deed text not null, href text not null, label text not null, text text not null, at text not null,
    marks text not null)`,
  `create index search_texts_place on search_texts (place_id)`,
  `create table search_days (day integer primary key, next integer not null)`,
]
