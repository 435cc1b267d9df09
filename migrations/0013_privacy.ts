import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** A second person's agreement to show a text that may tell who somebody is; it holds for that wording alone. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table privacy_agreements (
    id text primary key, region_id text not null references regions(id), subject text not null, title text not null,
    href text not null, text text not null, text_hash text not null, writers_json text not null default '[]',
    note text not null default '', asked_by_id text, asked_by text not null, asked_at text not null,
    agreed_by_id text, agreed_by text, agreed_at text,
    returned_by_id text, returned_by text, returned_at text, return_reason text, superseded_at text)`,
  `create index privacy_agreements_subject on privacy_agreements (region_id, subject, text_hash)`,
]
