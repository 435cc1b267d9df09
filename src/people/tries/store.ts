import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { hashOf } from '../sign-in/sign-in.ts'
import { LIMITS, type LimitName, triesLeftOver, waitAfter } from './tries.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    /** `points` are thousandths of a try. */
    doorAttempts: { key: string; points: number; endsAt: string }
  }
}

const attemptKey = (name: LimitName, whose: string) => `${name}:${hashOf(whose)}`

/**
 * Counts a try before it is made, so that many at once cannot slip through. Returns the minutes to wait (the try does
 * not count then), or 0: go on.
 */
export function tryDoor(db: Db, name: LimitName, whose: string, now: Date): Promise<number> {
  const limit = LIMITS[name]
  const key = attemptKey(name, whose)
  return keep({ db }, async (trx) => {
    await trx.deleteFrom('doorAttempts').where('endsAt', '<=', now.toISOString()).execute()
    const row = await trx.selectFrom('doorAttempts').selectAll().where('key', '=', key).executeTakeFirst()
    const sinceLast = row ? limit.forgetMinutes - (Date.parse(row.endsAt) - now.getTime()) / 60_000 : 0
    const tries = triesLeftOver(limit, (row?.points ?? 0) / 1000, sinceLast)
    const wait = waitAfter(limit, (row?.points ?? 0) / 1000) - sinceLast
    if (wait > 0) return Math.ceil(wait)
    const endsAt = new Date(now.getTime() + limit.forgetMinutes * 60_000).toISOString()
    const points = Math.round((tries + 1) * 1000)
    await trx
      .insertInto('doorAttempts')
      .values({ key, points, endsAt })
      .onConflict((c) => c.column('key').doUpdateSet({ points, endsAt }))
      .execute()
    return 0
  })
}

/** After a success the account begins anew. */
export const forgetTries = (db: Db, name: LimitName, whose: string) =>
  keep({ db }, (trx) => trx.deleteFrom('doorAttempts').where('key', '=', attemptKey(name, whose)).execute())
