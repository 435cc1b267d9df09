import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import type { Choice } from './notices.ts'
import { choiceOf, latestHappeningId, setChoice, setMark } from './store.ts'

/** Whoever wants news again is told what moves from now on, not what they chose not to hear. */
export const chooseNotices = (ctx: Ctx, choice: Choice): Promise<void> =>
  keep(ctx, async (db) => {
    const personId = ctx.actor.personId ?? ''
    if ((await choiceOf(db, personId)) === 'none') await setMark(db, personId, await latestHappeningId(db))
    await setChoice(db, personId, choice, ctx.now)
  })
