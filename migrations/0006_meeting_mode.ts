import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** Meeting mode: who was there, the minutes as they were fixed and corrected, the agenda. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table attendances (
    id text primary key, meeting_id text not null references meetings(id), person_id text, name text not null,
    office text not null default '', part text not null default 'other', title text not null default '',
    is_head integer not null default 0, is_present integer not null default 1, marked_at text not null, marked_by text not null)`,
  `create unique index attendances_person on attendances (meeting_id, person_id)`,
  `create table minutes_versions (
    id text primary key, meeting_id text not null references meetings(id), number integer not null, reason text not null default '',
    person_name text not null, body_json text not null, created_at text not null, unique (meeting_id, number))`,
  `create table agendas (
    id text primary key, meeting_id text not null references meetings(id), items_json text not null, person_name text not null,
    created_at text not null)`,
  `create index agendas_meeting on agendas (meeting_id)`,
]
