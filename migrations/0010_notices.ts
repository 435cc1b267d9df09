import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** Notices and what became of them; hand-overs of all a person holds; 個別相談, よくある質問, 観察メモ; what was filed afterwards. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table notice_choices (person_id text primary key references people(id), choice text not null, changed_at text not null)`,
  `create table notice_marks (person_id text primary key references people(id), until_id text not null)`,
  `create table notices_sent (
    person_id text not null, kind text not null, key text not null, letter_id text, from_id text not null default '',
    until_id text not null default '', at text not null, primary key (person_id, kind, key))`,
  `create index notices_sent_letter on notices_sent (letter_id)`,
  `create table transfers (
    id text primary key, person_id text not null references people(id), to_id text not null references people(id),
    from_on text not null, leaves integer not null default 0, made_at text not null, made_by text not null,
    deeds_json text not null, undone_at text, undone_by text)`,
  `create index transfers_person on transfers (person_id, made_at)`,

  `create table consultations (
    id text primary key, region_id text not null references regions(id), question text not null, circle text not null,
    asked_at text not null, person_id text, asked_by text not null, on_behalf_of text)`,
  `create index consultations_region on consultations (region_id, asked_at)`,
  `create table consultation_answers (
    id text primary key, consultation_id text not null references consultations(id), text text not null,
    person_id text, by_name text not null, is_advice integer not null default 0, is_reply integer not null default 0,
    at text not null, advice_id text)`,
  `create index consultation_answers_of on consultation_answers (consultation_id, id)`,
  `create table faqs (
    id text primary key, programme_id text not null references programmes(id), question text not null, answer text not null,
    consultation_id text, made_at text not null, made_by text not null, changed_at text, changed_by text,
    retired_at text, retired_by text)`,
  `create index faqs_programme on faqs (programme_id)`,

  `create table observations (
    id text primary key, region_id text not null references regions(id), prefecture_id text, meeting_id text references meetings(id),
    person_id text not null references people(id), person_name text not null, organisation_id text not null,
    learned text not null default '', usable text not null default '', prefecture_can text not null default '',
    readers text not null default 'prefecture', written_at text not null, changed_at text)`,
  `create unique index observations_once on observations (region_id, person_id, coalesce(meeting_id, ''))`,
  `create index observations_prefecture on observations (prefecture_id)`,

  `create table filings (
    id text primary key, region_id text not null references regions(id), kind text not null, subject_id text not null,
    text text not null, said_by text not null, said_on text not null, way text not null, circle text not null,
    filed_at text not null, filed_by text not null)`,
  `create index filings_region on filings (region_id, filed_at)`,
]
