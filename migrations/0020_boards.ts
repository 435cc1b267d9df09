import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** 支援経過（1枚）: what was chosen for it line by line, and the sheet as it was put to others (never changed afterwards). */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table board_choices (
    region_id text not null references regions(id), line_id text not null, is_hidden integer not null, short text not null,
    short_of text not null, position integer, by_name text not null, at text not null, primary key (region_id, line_id))`,
  `create table board_releases (
    id text primary key, region_id text not null references regions(id), circle text not null, number integer not null,
    board_json text, lines_json text not null, by_name text not null, at text not null, unique (region_id, number))`,
]
