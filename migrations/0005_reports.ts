import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** The three lines before a meeting: what was sent, by whom and for whom. The text itself is a document of region and step. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table report_sendings (
    id text primary key, region_id text not null references regions(id), step_key text not null, document_id text not null,
    revision_number integer not null, body_json text not null, sent_at text not null, said_on text not null,
    person_id text, person_name text not null, on_behalf_of text, is_addition integer not null default 0)`,
  `create index report_sendings_region on report_sendings (region_id, step_key)`,
]
