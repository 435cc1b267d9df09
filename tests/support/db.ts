import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesOf, type Db, openBytes, openDb } from '../../src/platform/db/db.ts'
import { migrate } from '../../src/platform/db/migrate.ts'

let migrated: Promise<Buffer> | null = null

async function migrateOnce(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-'))
  const file = join(folder, 'fresh.sqlite')
  const db = openDb(file)
  await migrate(db)
  await db.destroy()
  const bytes = bytesOf(file)
  rmSync(folder, { recursive: true })
  return bytes
}

/** A private, migrated database in memory. Migrated once per run, copied per test. */
export async function freshDb(): Promise<Db> {
  migrated ??= migrateOnce()
  return openBytes(await migrated)
}
