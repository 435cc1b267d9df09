import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** 専門職に意見を聞く: links that show one 真因の仮説, and what was said to it, without a name. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table opinion_doors (
    id text primary key, region_id text not null references regions(id), cause_id text not null, token_hash text not null unique,
    whom text not null default '', evidence_json text not null default '[]', most_opinions integer not null, ends_on text not null,
    opened_at text not null, opened_by text not null, revoked_at text, revoked_by text)`,
  `create index opinion_doors_cause on opinion_doors (region_id, cause_id)`,

  `create table opinions (
    id text primary key, region_id text not null references regions(id), cause_id text not null,
    door_id text references opinion_doors(id), stance text not null, text text not null default '', profession text not null,
    way text not null, heard_on text not null, text_of_cause text not null, created_at text not null, recorded_by text,
    set_aside_at text, set_aside_by text, set_aside_reason text)`,
  `create index opinions_cause on opinions (region_id, cause_id)`,
  `create index opinions_door on opinions (door_id)`,
]
