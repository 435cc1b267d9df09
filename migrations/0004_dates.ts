import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** Dates: polls with their slots and answers, every date a meeting ever had, and who holds an invitation to it. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table meetings add column cancel_kind text`,
  `alter table meetings add column postpone_reason text`,
  `create index meetings_day on meetings (held_on)`,

  `create table meeting_dates (
    id text primary key, meeting_id text not null references meetings(id), sequence integer not null, kind text not null,
    held_on text, starts_at text, minutes integer, mode text, place text not null default '', reason text not null default '',
    by_name text not null, created_at text not null, unique (meeting_id, sequence))`,
  `create table meeting_invitations (
    id text primary key, meeting_id text not null references meetings(id), person_id text not null references people(id),
    name text not null, email text not null, is_optional integer not null default 0, sequence integer not null,
    sent_at text not null, ended_at text, unique (meeting_id, person_id))`,
  `create index meeting_invitations_person on meeting_invitations (person_id)`,

  `create table polls (
    id text primary key, meeting_id text not null references meetings(id), mode text not null, note text not null default '',
    answer_by_on text, opened_at text not null, opened_by text not null, closed_at text, closed_by text, chosen_slot_id text, left_out_json text not null default '[]')`,
  `create unique index polls_open on polls (meeting_id) where closed_at is null`,
  `create index polls_meeting on polls (meeting_id)`,
  `create table poll_slots (
    id text primary key, poll_id text not null references polls(id), held_on text not null, starts_at text not null,
    minutes integer not null, unique (poll_id, starts_at))`,
  `create index poll_slots_day on poll_slots (held_on)`,
  `create table poll_invitees (
    id text primary key, poll_id text not null references polls(id), person_id text not null references people(id),
    name text not null, email text not null, role text not null, organisation text not null, is_lead integer not null default 0,
    note text not null default '', way text, answered_at text, asked_at text not null, unique (poll_id, person_id))`,
  `create index poll_invitees_person on poll_invitees (person_id)`,
  `create table poll_answers (
    id text primary key, slot_id text not null references poll_slots(id), invitee_id text not null references poll_invitees(id),
    answer text not null, answered_at text not null, unique (slot_id, invitee_id))`,
]
