import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** The advice ledger: who typed it, whether its advisor agreed to the wording, versions, what it changed; the team's notes. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table advice add column author_id text`,
  `alter table advice add column author_name text not null default ''`,
  `alter table advice add column asked_at text`,
  `alter table advice add column confirmed_at text`,
  `alter table advice add column version integer not null default 1`,
  `update advice set sent_at = created_at where sent_at is null`,
  `create table advice_versions (
    id text primary key, advice_id text not null, number integer not null, text text not null, circle text not null,
    at text not null, by_name text not null, unique (advice_id, number))`,
  `create table advice_effects (
    id text primary key, advice_id text not null, region_id text not null, subject_json text not null, at text not null, by_name text not null)`,
  `create index advice_effects_region on advice_effects (region_id)`,
  `create table team_notes (
    id text primary key, region_id text not null references regions(id), meeting_id text, text text not null,
    person_id text, person_name text not null, created_at text not null, deleted_at text, deleted_by text)`,
  `create index team_notes_region on team_notes (region_id)`,
]
