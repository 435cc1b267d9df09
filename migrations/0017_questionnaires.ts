import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** 質問票 of a region, or of a year's joint report meeting: its questions, the public links that open it, what was answered, and which free texts were looked at twice. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table questionnaires (
    id text primary key, region_id text references regions(id), programme_id text references programmes(id), title text not null, purpose text not null,
    lead text not null default '', thanks text not null default '', contact text not null default '',
    is_paired integer not null default 0, smallest integer not null default 5, questions_json text not null default '[]',
    version integer not null default 1, copied_from_id text, created_at text not null, created_by text not null,
    updated_at text not null, updated_by text not null)`,
  `create index questionnaires_region on questionnaires (region_id)`,
  `create index questionnaires_programme on questionnaires (programme_id)`,

  `create table questionnaire_links (
    id text primary key, questionnaire_id text not null references questionnaires(id), round text not null,
    token text not null unique, closes_on text not null, most_answers integer not null, opened_at text not null,
    opened_by text not null, revoked_at text, revoked_by text)`,
  `create index questionnaire_links_questionnaire on questionnaire_links (questionnaire_id)`,

  `create table questionnaire_answers (
    id text primary key, questionnaire_id text not null references questionnaires(id),
    link_id text not null references questionnaire_links(id), round text not null, profession text not null,
    values_json text not null, answered_on text not null)`,
  `create index questionnaire_answers_questionnaire on questionnaire_answers (questionnaire_id)`,
  `create index questionnaire_answers_link on questionnaire_answers (link_id)`,

  `create table questionnaire_salts (day text primary key, salt text not null)`,

  `create table questionnaire_looks (
    answer_id text not null references questionnaire_answers(id), question_key text not null, verdict text not null,
    at text not null, by_name text not null, primary key (answer_id, question_key))`,
]
