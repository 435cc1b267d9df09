import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** What was measured for an indicator of the logic model, each time a row: many write here, none over another. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table indicator_values (
    id text primary key, region_id text not null references regions(id), indicator_id text not null,
    measured_on text not null, value text not null, note text not null default '',
    person_id text references people(id), person_name text not null, created_at text not null,
    deleted_at text, deleted_by text)`,
  `create index indicator_values_region on indicator_values (region_id, indicator_id)`,
]
