import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** The year's own sheets and their versions, which sheets it uses, and papers that were taken away. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // version 0 = being edited; from 1 on it is for use and never changes again
  `create table sheet_templates (
    id text primary key, programme_id text not null references programmes(id), key text not null, version integer not null,
    template_json text not null, note text not null default '', by_name text not null, created_at text not null, retired_at text,
    unique (programme_id, key, version))`,
  `create table sheet_uses (
    programme_id text not null references programmes(id), key text not null, is_used integer not null, by_name text not null,
    changed_at text not null, primary key (programme_id, key))`,
  `create table paper_removals (
    document_id text primary key references documents(id), removed_at text not null, removed_by text not null, restored_at text)`,
]
