import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { projectRoot } from '../root.ts'
import type { Db } from './db.ts'
import { keep } from './transaction.ts'

export interface Migration {
  up(db: Db): Promise<void>
}

/** Migration files beside the compiled code when built, beside the sources otherwise. */
const folder = () => join(projectRoot, import.meta.url.endsWith('.ts') ? 'migrations' : 'dist/migrations')

const namesIn = (dir: string) =>
  readdirSync(dir)
    .filter((name) => /^\d{4}_[a-z_]+\.[tj]s$/.test(name))
    .sort()

/** Applies what is pending, each in a transaction of its own; returns the names applied. Stops at the first fault. */
export async function migrate(db: Db, dir = folder()): Promise<string[]> {
  await sql`create table if not exists migrations (name text primary key, applied_at text not null)`.execute(db)
  const done = await sql<{ name: string }>`select name from migrations`.execute(db)
  const applied = new Set(done.rows.map((row) => row.name))
  const pending = namesIn(dir).filter((name) => !applied.has(name.slice(0, -3)))
  for (const file of pending) {
    const { up } = (await import(pathToFileURL(join(dir, file)).href)) as Migration
    await keep({ db }, async (trx) => {
      await up(trx)
      await sql`insert into migrations values (${file.slice(0, -3)}, ${new Date().toISOString()})`.execute(trx)
    })
  }
  return pending
}
