import type { Db } from '../db/db.ts'
import { keep } from '../db/transaction.ts'
import type { Call } from './call.ts'
import { Problem } from './problem.ts'
import type { Reply } from './reply.ts'

declare module '../db/db.ts' {
  interface Tables {
    onceKeys: { key: string; path: string; usedAt: string; resultTo: string | null; resultNotice: string | null }
  }
}

export interface EarlierResult {
  to: string
  notice: string | null
}

/** No request takes this long: one unsettled since then went down with the server. */
const AT_WORK_MS = 60_000

/**
 * Claims a form's once-key. A second use answers with the first's result; while the first is still at work it is
 * refused with a sentence. A key that came to nothing is freed, so that a corrected form can be sent.
 */
export async function claimOnce(db: Db, key: string, path: string, now: Date): Promise<EarlierResult | null> {
  const fresh = await keep({ db }, (trx) =>
    trx
      .insertInto('onceKeys')
      .values({ key, path, usedAt: now.toISOString(), resultTo: null, resultNotice: null })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst(),
  )
  if (Number(fresh.numInsertedOrUpdatedRows ?? 0) > 0) return null
  const earlier = await db.selectFrom('onceKeys').selectAll().where('key', '=', key).executeTakeFirst()
  if (!earlier) return null
  if (earlier.path !== path)
    throw new Problem('conflict', 'このページは古くなっています。開き直して、もう一度お試しください')
  if (earlier.resultTo === null) throw new Problem('conflict', unsettledWords(earlier.usedAt, now))
  return { to: earlier.resultTo, notice: earlier.resultNotice }
}

const unsettledWords = (usedAt: string, now: Date): string =>
  now.getTime() - Date.parse(usedAt) < AT_WORK_MS
    ? '同じ内容を送っている途中です。少し待ってから開き直してください'
    : '前に送ったとき、返事をする前に止まりました。ページを開き直して、入っているかを確かめ、なければもう一度送ってください'

export const settleOnce = (db: Db, key: string, result: EarlierResult | null) =>
  keep({ db }, async (trx) => {
    if (result) {
      const set = { resultTo: result.to, resultNotice: result.notice }
      await trx.updateTable('onceKeys').set(set).where('key', '=', key).execute()
    } else {
      await trx.deleteFrom('onceKeys').where('key', '=', key).execute()
    }
  })

/** Keys are of no use once their pages are long gone. */
export const forgetOnceBefore = (db: Db, before: Date) =>
  db.deleteFrom('onceKeys').where('usedAt', '<', before.toISOString()).execute()

/** Runs a form's handler once: its key's second use is answered with the first's result. */
export async function runOnce(db: Db, call: Call, run: (call: Call) => Promise<Reply>): Promise<Reply> {
  const given = call.body.once
  const key = typeof given === 'string' && /^[0-9a-z]{16,64}$/.test(given) ? given : null
  if (!key) return run(call)
  const earlier = await claimOnce(db, key, call.url.split('?')[0] ?? '', call.ctx.now)
  if (earlier) return { type: 'redirect', to: earlier.to, ...(earlier.notice && { notice: earlier.notice }) }
  let reply: Reply | undefined
  try {
    reply = await run(call)
    return reply
  } finally {
    await settleOnce(db, key, reply?.type === 'redirect' ? { to: reply.to, notice: reply.notice ?? null } : null)
  }
}
