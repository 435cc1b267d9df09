import type { Ctx } from '../../platform/ctx.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { change } from '../history/actions.ts'
import { letterStateOf } from './letters.ts'
import { letterOf, queueAgain } from './store.ts'

/** Only a person decides that a letter which may have gone goes once more. */
export const sendAgain = (ctx: Ctx, id: string): Promise<void> =>
  change(ctx, async (db, log) => {
    const letter = await letterOf(db, id)
    if (!letter) throw notFound()
    const state = letterStateOf(letter, ctx.now)
    if (state !== 'failed' && state !== 'uncertain')
      throw new Problem('conflict', 'この手紙は、もう送られたか、送られるのを待っています')
    await queueAgain(db, id, ctx.now)
    const details = { subject: letter.subject, to: letter.toName || letter.toAddress }
    await log({
      kind: 'letter_sent_again',
      programmeId: letter.programmeId,
      regionId: letter.regionId,
      circle: 'town',
      details,
    })
  })
