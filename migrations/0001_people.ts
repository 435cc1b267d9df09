import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** Platform: once-keys, letters, files. People: accounts, memberships, doors, history. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table once_keys (key text primary key, path text not null, used_at text not null, result_to text, result_notice text)`,

  `create table letters (
    id text primary key, message_id text not null unique, to_address text not null, to_name text not null default '',
    subject text not null, body text not null, attachments_json text not null default '[]',
    programme_id text, region_id text, person_id text, kind text not null,
    created_at text not null, due_at text not null, claimed_at text, sent_at text, failed_at text, tries integer not null default 0,
    last_error text, cancelled_at text)`,
  `create index letters_waiting on letters (due_at) where sent_at is null`,
  `create index letters_region on letters (region_id)`,
  `create index letters_created on letters (created_at, id)`,

  `create table files (
    id text primary key, sha256 text not null, name text not null, mime text not null, bytes integer not null,
    region_id text, programme_id text, circle text not null default 'region', about text not null default '',
    person_id text, on_behalf_of text, created_at text not null, deleted_at text, deleted_by text, delete_reason text)`,
  `create index files_region on files (region_id, created_at)`,

  `create table people (
    id text primary key, name text not null, kana text not null default '', email text not null unique,
    password_hash text, is_administrator integer not null default 0, created_at text not null,
    left_on text, section text not null default '', telephone text not null default '', seen_home_at text)`,
  `create table memberships (
    id text primary key, person_id text not null references people(id), role text not null,
    organisation_id text not null, programme_id text, region_id text, from_on text not null, to_on text,
    title text not null default '', created_at text not null, ended_by text)`,
  `create index memberships_person on memberships (person_id)`,
  `create index memberships_organisation on memberships (organisation_id, role)`,
  `create index memberships_region on memberships (region_id)`,

  `create table sign_ins (
    token_hash text primary key, id text not null unique, person_id text not null references people(id), device text not null,
    address text not null, created_at text not null, seen_at text not null, ended_at text)`,
  `create index sign_ins_person on sign_ins (person_id)`,
  `create table door_links (
    token_hash text primary key, kind text not null, person_id text references people(id), email text not null, purpose_json text not null,
    created_at text not null, ends_at text not null, used_at text, revoked_at text)`,
  `create table door_attempts (key text primary key, points integer not null, ends_at text not null)`,
  `create table kept_posts (
    id text primary key, key_hash text not null unique, person_id text, path text not null, fields_json text not null, created_at text not null)`,

  `create table happenings (
    id text primary key, kind text not null, at text not null, actor_person_id text, actor_name text not null,
    actor_role text, on_behalf_of text, programme_id text, region_id text, circle text not null, details_json text not null)`,
  `create index happenings_region on happenings (region_id, at)`,
  `create index happenings_programme on happenings (programme_id, at)`,
]
