import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** A text that was carried over from another paper: a copy with a link, and the words it was last compared with. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table carries (
    id text primary key, region_id text not null references regions(id), from_document_id text not null references documents(id),
    from_path text not null, from_number integer not null, from_text text not null, copied_text text not null, to_document_id text not null references documents(id),
    to_path text not null, person_name text not null, taken_at text not null, unique (to_document_id, to_path))`,
  `create index carries_region on carries (region_id)`,
]
