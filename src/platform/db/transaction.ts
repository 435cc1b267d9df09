import { type Db, insideTransaction } from './db.ts'

export type After = (run: () => void | Promise<void>) => void

/**
 * Runs `fn` in one IMMEDIATE transaction (deferred fails at once beside another writer); `after` runs once it is
 * committed. Called with a handle that is already in a transaction, it joins that one and its `after`.
 */
export async function keep<T>(ctx: { db: Db }, fn: (db: Db, after: After) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) {
    const outer = insideTransaction.getStore()
    return fn(ctx.db, (run) => outer?.later.push(run))
  }
  const later: (() => void | Promise<void>)[] = []
  const result = await ctx.db
    .transaction()
    .execute((trx) => insideTransaction.run({ later }, () => fn(trx as unknown as Db, (run) => later.push(run))))
  for (const run of later) await run()
  return result
}
