import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** Comments at a place of a document, and how far each person has read it. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table comments (
    id text primary key, document_id text not null references documents(id), path text not null default '', quote text not null default '',
    place text not null default '', text text not null, person_id text, person_name text not null, created_at text not null,
    ended_at text, ended_by text)`,
  `create index comments_document on comments (document_id)`,
  `create table paper_reads (
    document_id text not null references documents(id), person_id text not null, number integer not null, read_at text not null,
    primary key (document_id, person_id))`,
  `create index milestones_document on milestones (document_id)`,
]
