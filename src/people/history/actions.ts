import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { type After, keep } from '../../platform/db/transaction.ts'
import type { HappeningKind, NewHappening } from './history.ts'
import { addHappening } from './store.ts'

export type Log = <K extends HappeningKind>(happening: NewHappening<K>) => Promise<unknown>

/** One deed: one transaction, and its line of history in it. `after` runs once it is committed. */
export const change = <T>(ctx: Ctx, fn: (db: Db, log: Log, after: After) => Promise<T>): Promise<T> =>
  keep(ctx, (db, after) => fn(db, (happening) => addHappening(db, ctx, happening), after))
