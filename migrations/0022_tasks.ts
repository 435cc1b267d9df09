import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** Long jobs with their files, packs for meetings, and what reviewers said about a file's version. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table tasks (
    id text primary key, kind text not null, title text not null, programme_id text references programmes(id),
    region_id text references regions(id), person_id text references people(id), person_name text not null,
    asked_as_json text not null, data_json text not null, attempt integer not null default 1, made_at text not null,
    started_at text, finished_at text, failed_at text, failure text, done integer not null default 0,
    out_of integer not null default 0, doing text not null default '', opened_at text, back_json text)`,
  `create index tasks_person on tasks (person_id, made_at)`,
  `create index tasks_programme on tasks (programme_id, kind)`,
  `create index tasks_waiting on tasks (made_at) where finished_at is null and failed_at is null`,
  `create table task_files (
    id text primary key, task_id text not null references tasks(id), file_id text not null references files(id),
    position integer not null, unique (task_id, position))`,
  `create table packs (
    id text primary key, programme_id text not null references programmes(id), meeting_number integer not null,
    parts_json text not null, saved_by text not null, saved_at text not null, unique (programme_id, meeting_number))`,
  `alter table tools add column kind text not null default 'tool'`,
  `create table tool_comments (
    id text primary key, version_id text not null references tool_versions(id), text text not null,
    person_id text references people(id), person_name text not null, role text, created_at text not null,
    answer text, answered_by text, answered_at text, closed_by text, closed_at text)`,
  `create index tool_comments_version on tool_comments (version_id, created_at)`,
]
