import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { GivenScore } from './forms.ts'
import { markScoresOpened, putScore } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    scores_opened: { programme: string }
  }
}

export const scoringHappenings = {
  scores_opened: (h) => `${h.actorName}さんが「${h.details.programme}」の採点を採点者どうしに開きました`,
} satisfies Sentences<'scores_opened'>

/** Scores are the scorers' own until they are opened: no line of history. */
export const giveScores = (ctx: Ctx, regionId: string, given: readonly GivenScore[]) =>
  keep(ctx, async (db) => {
    const who = { personId: ctx.actor.personId ?? '', personName: ctx.actor.name, scoredAt: ctx.now.toISOString() }
    for (const score of given) await putScore(db, { ...score, ...who, regionId })
  })

export const openScores = (ctx: Ctx, programme: Programme) =>
  change(ctx, async (db, log) => {
    await markScoresOpened(db, programme.id, ctx.now)
    await log({
      kind: 'scores_opened',
      programmeId: programme.id,
      circle: 'office',
      details: { programme: programme.name },
    })
  })
