import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** Notices: what each person wants, what went out and until where; hand-overs of all a person holds. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table notice_choices (person_id text primary key references people(id), choice text not null, changed_at text not null)`,
  `create table notice_marks (person_id text primary key references people(id), until_id text not null)`,
  `create table notices_sent (
    person_id text not null, kind text not null, key text not null, letter_id text, from_id text not null default '',
    until_id text not null default '', at text not null, primary key (person_id, kind, key))`,
  `create index notices_sent_letter on notices_sent (letter_id)`,
  `create table transfers (
    id text primary key, person_id text not null references people(id), to_id text not null references people(id),
    from_on text not null, leaves integer not null default 0, made_at text not null, made_by text not null,
    deeds_json text not null, undone_at text, undone_by text)`,
  `create index transfers_person on transfers (person_id, made_at)`,
]
