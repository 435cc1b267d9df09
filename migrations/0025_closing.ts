import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** A text may come from the record of a meeting, a 取組, an advice or a measured value: these are rows, not documents. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const COLUMNS =
  'id, region_id, from_document_id, from_path, from_number, from_text, copied_text, to_document_id, to_path, person_name, taken_at'

const statements = [
  `create table carries_next (
    id text primary key, region_id text not null references regions(id), from_document_id text not null,
    from_path text not null, from_number integer not null, from_text text not null, copied_text text not null, to_document_id text not null references documents(id),
    to_path text not null, person_name text not null, taken_at text not null, unique (to_document_id, to_path))`,
  `insert into carries_next (${COLUMNS}) select ${COLUMNS} from carries`,
  'drop table carries',
  'alter table carries_next rename to carries',
  'create index carries_region on carries (region_id)',
]
