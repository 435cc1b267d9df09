import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** What became of each question, and the words the secretariat has checks look for. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table check_fates (
    id text primary key, region_id text not null references regions(id), check_id text not null, ref text not null,
    path text not null, text_hash text not null, message text not null, label text not null default '',
    first_shown_at text not null, fate text, reason text not null default '', person text not null default '', at text,
    unique (region_id, check_id, ref, path))`,
  `create index check_fates_check on check_fates (check_id, region_id)`,

  `create table check_words (
    programme_id text not null references programmes(id), key text not null, words_json text not null,
    by_name text not null, changed_at text not null, primary key (programme_id, key))`,
]
