import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** Papers (documents), programme (years, regions, entries, selection), support (meetings, advice, promises), kept bundle parts. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const item = `inferred integer not null default 0, rest_json text not null default '{}', position integer not null default 0`

const statements = [
  `create table documents (
    id text primary key, kind text not null, owner_kind text not null, owner_id text not null, template_key text, template_version integer,
    head_number integer not null default 0, circle text not null, created_at text not null)`,
  `create unique index documents_owner on documents (owner_kind, owner_id, kind)`,
  `create table revisions (
    id text primary key, document_id text not null references documents(id), number integer not null,
    changes_json text not null, body_json text, saved_at text not null, person_id text, person_name text not null,
    on_behalf_of text, source text not null default 'form', file_id text, note text not null default '', unique (document_id, number))`,
  `create table drafts (
    id text primary key, document_id text not null references documents(id), person_id text not null, tab text not null,
    base_number integer not null, fields_json text not null, saved_at text not null, source text not null default 'form', file_id text,
    unique (document_id, person_id, tab))`,
  `create table milestones (
    id text primary key, document_id text not null references documents(id), number integer not null, label text not null,
    created_at text not null)`,

  `create table programmes (
    id text primary key, name text not null, fiscal_year integer not null, owner_id text not null references organisations(id),
    template_key text not null, copied_from_id text, is_sample integer not null default 0,
    entry_opens_on text, entry_closes_on text, consent_due_on text, support_from_on text, support_to_on text,
    capacity integer not null default 4, rules_json text not null default '{}', texts_json text not null default '{}',
    introduction text not null default '', contact_json text not null default '{}', guideline_file_id text,
    entry_template_key text not null default 'entry', entry_template_version integer not null default 1,
    scores_opened_at text, published_at text, created_at text not null)`,
  `create table steps (
    id text primary key, programme_id text not null references programmes(id), position integer not null, key text not null,
    label text not null, short_label text not null, kind text not null, level text not null, sheets_json text not null default '[]',
    asks_report integer not null default 0, offsets_json text not null default '{}', guide_json text not null default '{}',
    unique (programme_id, key))`,

  `create table regions (
    id text primary key, number integer not null unique, programme_id text not null references programmes(id), name text not null,
    case_type text not null, prefecture_id text, bureau_code text, sort_code text not null default '',
    theme text not null default '', focus text not null default '', scenes_json text not null default '[]',
    bundle_id text unique, is_sample integer not null default 0, imported_at text, rest_json text not null default '{}',
    created_at text not null, created_by text)`,
  `create index regions_programme on regions (programme_id, sort_code)`,
  `create index regions_prefecture on regions (prefecture_id)`,
  `create table region_members (
    id text primary key, region_id text not null references regions(id), organisation_id text, role text not null,
    name text not null, position integer not null, rest_json text not null default '{}')`,
  `create index region_members_region on region_members (region_id)`,
  `create index region_members_organisation on region_members (organisation_id)`,
  `create table participants (
    id text primary key, region_id text not null references regions(id), bundle_key text, role text not null, org text not null,
    note text not null default '', ${item})`,
  `create index participants_region on participants (region_id)`,
  `create table pauses (
    id text primary key, region_id text not null references regions(id), kind text not null, reason text not null,
    from_at text not null, by_name text not null, ended_at text, end_reason text, ended_by text)`,
  `create index pauses_region on pauses (region_id)`,

  `create table applications (
    id text primary key, programme_id text not null references programmes(id), organisation_id text not null references organisations(id),
    email text not null, name text not null, section text not null default '', is_joint integer not null default 0,
    asked_at text not null, linked_at text, decided_at text, decided_by text, refuse_reason text, entered_at text, region_id text)`,
  `create index applications_programme on applications (programme_id, asked_at)`,
  `create table submissions (
    id text primary key, region_id text not null references regions(id), document_id text not null, revision_number integer not null,
    submitted_at text not null, person_id text, person_name text not null, on_behalf_of text, questions_json text not null default '[]',
    withdrawn_at text, withdrawn_by text, withdraw_reason text)`,
  `create index submissions_region on submissions (region_id, submitted_at)`,
  `create table reopenings (
    id text primary key, region_id text not null references regions(id), until_on text not null, reason text not null,
    by_name text not null, created_at text not null)`,
  `create index reopenings_region on reopenings (region_id)`,
  `create table consents (
    id text primary key, region_id text not null references regions(id), organisation_id text, kind text not null,
    answer text not null, answered_on text not null, name text not null, section text not null default '', note text not null default '',
    way text not null, person_id text, recorded_by text, created_at text not null)`,
  `create index consents_region on consents (region_id, created_at)`,

  `create table criteria (
    id text primary key, programme_id text not null references programmes(id), position integer not null, label text not null,
    description text not null default '', words_json text not null default '[]')`,
  `create index criteria_programme on criteria (programme_id)`,
  `create table scores (
    id text primary key, region_id text not null references regions(id), criterion_id text not null references criteria(id),
    person_id text not null, person_name text not null, points integer not null, reason text not null, scored_at text not null,
    unique (region_id, criterion_id, person_id))`,
  `create table decisions (
    id text primary key, region_id text not null references regions(id), selected integer not null, reason text not null,
    warning_reason text not null default '', decided_at text not null, decided_by text not null, reverses_id text, announced_at text)`,
  `create index decisions_region on decisions (region_id, decided_at)`,

  `create table meetings (
    id text primary key, programme_id text not null, region_id text references regions(id), step_id text references steps(id),
    step_key text, number integer not null, label text not null, kind text not null, held_on text, starts_at text, minutes integer,
    mode text, place text not null default '', url text not null default '', keywords_json text not null default '[]',
    is_recorded integer not null default 0, fixed_at text, fixed_by text, cancelled_at text, cancel_reason text,
    rest_json text not null default '{}', created_at text not null, unique (region_id, number))`,
  `create index meetings_programme on meetings (programme_id, held_on)`,
  `create index meetings_step on meetings (step_id)`,
  `create table meeting_lines (
    id text primary key, meeting_id text not null references meetings(id), part text not null, text text not null,
    circle text not null default 'region', version integer not null default 1, person_id text, person_name text not null default '',
    created_at text not null, deleted_at text, ${item})`,
  `create index meeting_lines_meeting on meeting_lines (meeting_id, position)`,
  `create table advice (
    id text primary key, region_id text not null references regions(id), meeting_id text references meetings(id), text text not null,
    circle text not null default 'region', advisor_id text, advisor_name text not null default '', about_json text not null default '{}',
    created_at text not null, sent_at text, answer text, answer_reason text, answered_at text, answered_by text, deleted_at text, ${item})`,
  `create index advice_region on advice (region_id)`,
  `create index advice_meeting on advice (meeting_id)`,
  `create table promises (
    id text primary key, region_id text not null references regions(id), meeting_id text references meetings(id), bundle_key text,
    text text not null, type text not null, side text not null, owner text not null default '', due_on text, due_text text,
    between_from text, between_to text, status text not null, held_on text, circle text not null default 'region',
    created_at text not null, created_by text, done_at text, ${item})`,
  `create index promises_region on promises (region_id)`,

  `create table kept_parts (
    region_id text not null references regions(id), key text not null, json text not null, primary key (region_id, key))`,
  `create table imported_bundles (
    region_id text primary key references regions(id), json text not null, imported_at text not null, by_name text not null)`,
]
