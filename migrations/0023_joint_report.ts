import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** 合同報告会: its agenda, what each region hands in for it, questions and what was answered. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table joint_agendas (
    id text primary key, programme_id text not null references programmes(id), number integer not null,
    body_json text not null, person_name text not null, created_at text not null, unique (programme_id, number))`,

  `create table joint_hand_ins (
    id text primary key, programme_id text not null references programmes(id),
    region_id text not null references regions(id), series_id text not null, version integer not null,
    kind text not null, title text not null, note text not null default '', file_id text references files(id),
    body_json text, person_id text, by_name text not null, on_behalf_of text, handed_at text not null,
    withdrawn_at text, withdrawn_by text, unique (series_id, version))`,
  `create index joint_hand_ins_region on joint_hand_ins (region_id)`,
  `create index joint_hand_ins_programme on joint_hand_ins (programme_id)`,

  `create table joint_questions (
    id text primary key, programme_id text not null references programmes(id), region_id text references regions(id),
    text text not null, person_id text, asked_by text not null, asked_from text not null,
    is_hidden integer not null default 0, asked_at text not null)`,
  `create index joint_questions_programme on joint_questions (programme_id)`,
  `create index joint_questions_region on joint_questions (region_id)`,

  `create table joint_answers (
    id text primary key, question_id text not null references joint_questions(id), text text not null,
    person_id text, by_name text not null, by_from text not null, on_behalf_of text, answered_at text not null)`,
  `create index joint_answers_question on joint_answers (question_id)`,
]
