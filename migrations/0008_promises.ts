import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** 取組 in its three moments: who owes it, what is handed in for it, what was learned by doing it; tool files with versions. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table promises add column owner_role text`,
  `alter table promises add column homework_why text`,
  `alter table promises add column waived_at text`,
  `alter table promises add column waived_by text`,
  `alter table promises add column waive_reason text`,
  `alter table promises add column with_whom text not null default ''`,
  `alter table promises add column learned text not null default ''`,
  `alter table promises add column touches_json text not null default '[]'`,
  `alter table promises add column is_evidence integer not null default 0`,
  `alter table promises add column done_by text`,

  `create table hand_ins (
    id text primary key, promise_id text not null references promises(id) on delete cascade, number integer,
    text text not null default '', person_id text, person_name text not null, on_behalf_of text, started_at text not null,
    submitted_at text, arrived_on text, answer text, answer_text text, answered_at text, answered_by text,
    unique (promise_id, number))`,
  `create unique index hand_ins_draft on hand_ins (promise_id, person_id) where submitted_at is null`,

  `create table tools (
    id text primary key, programme_id text not null references programmes(id), name text not null, about text not null default '',
    created_at text not null, created_by text not null, retired_at text, retired_by text)`,
  `create index tools_programme on tools (programme_id)`,
  `create table tool_versions (
    id text primary key, tool_id text not null references tools(id), number integer not null, file_id text not null references files(id),
    note text not null default '', created_at text not null, created_by text not null, unique (tool_id, number))`,
  `create table promise_tools (
    promise_id text not null references promises(id) on delete cascade, tool_id text not null references tools(id),
    primary key (promise_id, tool_id))`,
  `create table promise_files (
    promise_id text not null references promises(id) on delete cascade, file_id text not null references files(id),
    part text not null, hand_in_id text references hand_ins(id) on delete cascade, primary key (promise_id, file_id))`,
  `create index promise_files_hand_in on promise_files (hand_in_id)`,
]
