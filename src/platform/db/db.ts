import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { CamelCasePlugin, CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from 'kysely'

/** Every noun's store merges its own tables in. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Tables {}

export type Db = Kysely<Tables>

/**
 * Set while a transaction's function runs, so that a second handle is refused instead of waiting for ever; holds what
 * is to run once it is committed.
 */
export const insideTransaction = new AsyncLocalStorage<{ later: (() => void | Promise<void>)[] }>()
let queriesSent = 0

class GuardedDriver extends SqliteDriver {
  readonly #database: Database.Database
  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }
  override async acquireConnection(): Promise<DatabaseConnection> {
    if (insideTransaction.getStore()) throw new Error('inside a transaction only its own handle may be used')
    return super.acquireConnection()
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  /** A full disk ends the transaction by itself; rolling back once more would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}

class GuardedDialect extends SqliteDialect {
  readonly #database: Database.Database
  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }
  override createDriver() {
    return new GuardedDriver(this.#database)
  }
}

function kyselyOver(database: Database.Database): Db {
  if (!database.memory) database.pragma('journal_mode = WAL')
  database.pragma('foreign_keys = ON')
  database.pragma('synchronous = FULL')
  database.pragma('busy_timeout = 5000')
  // 64 MB: a list over every year's regions is read from memory, not from the file again and again
  database.pragma('cache_size = -65536')
  return new Kysely<Tables>({
    dialect: new GuardedDialect(database),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: () => {
      queriesSent += 1
    },
  })
}

/** Opens (and makes, with its folder) the database file; `:memory:` for a fresh one. */
export function openDb(file: string): Db {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  return kyselyOver(new Database(file))
}

/** A private copy in memory of a database serialised with `bytesOf`. */
export const openBytes = (bytes: Buffer): Db => kyselyOver(new Database(bytes))

/** Serialises a database file that nobody has open (for test copies): out of WAL, which memory cannot do. */
export function bytesOf(file: string): Buffer {
  const database = new Database(file)
  try {
    database.pragma('journal_mode = DELETE')
    return database.serialize()
  } finally {
    database.close()
  }
}

/** How many queries this process sends while `fn` runs, in a server it asks too; for the tests that state it. */
export async function countQueries<T>(fn: () => Promise<T>): Promise<{ result: T; queries: number }> {
  const before = queriesSent
  const result = await fn()
  return { result, queries: queriesSent - before }
}
