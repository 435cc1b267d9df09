import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** Bodies of a year and their seats, what their meetings are about, what they read and say, and what became of it. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table wg_bodies (
    id text primary key, programme_id text not null references programmes(id), kind text not null, name text not null,
    created_at text not null, created_by text not null)`,
  `create index wg_bodies_programme on wg_bodies (programme_id)`,
  `create table wg_seats (
    id text primary key, body_id text not null references wg_bodies(id), person_id text references people(id),
    membership_id text references memberships(id), name text not null, kana text not null default '',
    affiliation text not null default '', title text not null default '', is_chair integer not null default 0,
    from_on text not null, to_on text, end_reason text not null default '',
    created_at text not null, created_by text not null)`,
  `create index wg_seats_body on wg_seats (body_id)`,
  `create index wg_seats_person on wg_seats (person_id)`,
  `create table wg_meeting_bodies (
    meeting_id text primary key references meetings(id), body_id text not null references wg_bodies(id))`,
  `create table year_agendas (
    id text primary key, meeting_id text not null references meetings(id), rows_json text not null,
    person_name text not null, created_at text not null)`,
  `create index year_agendas_meeting on year_agendas (meeting_id)`,
  `create table year_materials (
    id text primary key, meeting_id text not null references meetings(id), number integer not null, title text not null,
    created_at text not null, created_by text not null, removed_at text, removed_by text,
    unique (meeting_id, number))`,
  `create table year_material_versions (
    id text primary key, material_id text not null references year_materials(id), number integer not null,
    file_id text not null references files(id), note text not null default '',
    created_at text not null, created_by text not null, unique (material_id, number))`,
  `create table wg_opinions (
    id text primary key, programme_id text not null references programmes(id), meeting_id text references meetings(id),
    region_id text references regions(id), text text not null, author_id text references people(id),
    author_name text not null, is_heard integer not null default 0, said_on text not null, entered_by text,
    created_at text not null, withdrawn_at text, withdrawn_by text, withdraw_reason text not null default '')`,
  `create index wg_opinions_programme on wg_opinions (programme_id)`,
  `create index wg_opinions_region on wg_opinions (region_id)`,
  `create index wg_opinions_author on wg_opinions (author_id)`,
  `create table wg_answers (
    id text primary key, opinion_id text not null references wg_opinions(id), status text not null,
    topic text not null default '', summary text not null default '', response text not null default '',
    landing text not null default '', landing_words text not null default '', landing_href text not null default '',
    answered_at text not null, answered_by text not null, told_at text, seen_at text)`,
  `create index wg_answers_opinion on wg_answers (opinion_id)`,
  `create table wg_passings (
    opinion_id text primary key references wg_opinions(id), region_id text not null references regions(id),
    text text not null, passed_at text not null, passed_by text not null)`,
  `create index wg_passings_region on wg_passings (region_id)`,
  `create table model_releases (
    id text primary key, region_id text not null references regions(id), document_id text not null references documents(id),
    revision integer not null, released_at text not null, released_by text not null)`,
  `create index model_releases_region on model_releases (region_id)`,
  `create table review_reads (
    person_id text not null references people(id), region_id text not null references regions(id),
    read_at text not null, primary key (person_id, region_id))`,
]
