import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../access/actor.ts'
import { readConfig } from '../config.ts'
import { type Db, openDb } from '../platform/db/db.ts'
import { migrate } from '../platform/db/migrate.ts'
import { Problem } from '../platform/web/problem.ts'

/** Where a command's lines go; tests listen here instead of to the process. */
export interface CommandIo {
  out(line: string): void
  err(line: string): void
}

/** One command of `npm run cli`. `run` returns the exit code; every refusal is said through `io.err`. */
export interface Command {
  /** One line: name and arguments, as typed. */
  usage: string
  /** What it does, for --help. */
  help: string
  run(args: string[], io: CommandIo): Promise<number>
}

/** Who acts on the command line: a name for the history, and no membership. */
export const commandActor: Actor = { personId: null, name: 'コマンド', memberships: [], isAdministrator: true }

export const databaseFile = () => join(readConfig(process.env).dataDir, 'banso.sqlite')

/** Opens the database of DATA_DIR with pending migrations applied, and closes it whatever happens. */
export async function withDatabase<T>(deed: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb(databaseFile())
  try {
    await migrate(db)
    return await deed(db)
  } finally {
    await db.destroy()
  }
}

/** The same for commands that only read: an absent database is not made, but said. */
export function askDatabase(): void {
  if (!existsSync(databaseFile()))
    throw new Problem('not_found', `データベースがまだありません（${databaseFile()}）。先に migrate を実行してください`)
}

/** Splits `--name value` from the rest; a name that is not in `known` is a fault. */
export function optionsOf(args: readonly string[], known: readonly string[]) {
  const options: Record<string, string> = {}
  const rest: string[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (!arg.startsWith('--')) {
      rest.push(arg)
      continue
    }
    const name = arg.slice(2)
    if (!known.includes(name)) throw new Problem('invalid', `「${arg}」という指定はありません`)
    const value = args[++i]
    if (value === undefined || value.startsWith('--'))
      throw new Problem('invalid', `「${arg}」のあとに値を書いてください`)
    options[name] = value
  }
  return { options, rest }
}

const REASONS: Record<string, string> = {
  ENOENT: 'ファイルがありません',
  EISDIR: 'ファイルではなくフォルダです',
  EACCES: 'ファイルを読む権限がありません',
}

export function readGiven(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? '置き場所を確かめてください'
    throw new Problem('not_found', `${file} を読めませんでした（${reason}）`)
  }
}

export const badUsage = (command: Pick<Command, 'usage'>) =>
  new Problem('invalid', `書き方が違います。使い方：npm run cli -- ${command.usage}`)
