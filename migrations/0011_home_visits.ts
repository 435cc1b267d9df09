import { sql } from 'kysely'
import type { Db } from '../src/platform/db/db.ts'

/** The visit before this one, so that its news stay on the home page for the whole of a visit. */
export async function up(db: Db): Promise<void> {
  await sql`alter table people add column visited_before_at text`.execute(db)
}
