import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type Cause, shortly, stands } from '../causes/causes.ts'
import { ENDED, type Opinion, professionWords, STANCES } from './opinions.ts'
import { addOpinion, markOpinion, type NewOpinion } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    opinion_arrived: { causeId: string; cause: string; profession: string; stance: string }
    opinion_recorded: { causeId: string; cause: string; profession: string; stance: string }
    opinion_set_aside: { causeId: string; cause: string; reason: string }
  }
}

export const opinionHappenings = {
  opinion_arrived: ({ details: d }) =>
    `真因の仮説「${d.cause}」に、${d.profession}からリンクで意見「${d.stance}」が届きました`,
  opinion_recorded: (h) =>
    `${h.actorName}さんが、真因の仮説「${h.details.cause}」への${h.details.profession}の意見「${h.details.stance}」を書きとめました`,
  opinion_set_aside: (h) =>
    `${h.actorName}さんが、真因の仮説「${h.details.cause}」への意見を一つ、数えないことにしました（${h.details.reason}）`,
} satisfies Sentences<'opinion_arrived' | 'opinion_recorded' | 'opinion_set_aside'>

export type Said = Pick<NewOpinion, 'stance' | 'text' | 'profession' | 'way' | 'heardOn'>

/** Heard on the telephone or in a meeting, and written down by those who heard it. */
export async function recordOpinion(ctx: Ctx, region: Region, given: { cause: Cause; said: Said }): Promise<void> {
  const { cause, said } = given
  const closed = notAliveReason(region)
  if (closed) throw new Problem('conflict', closed)
  if (!stands(cause)) throw new Problem('conflict', ENDED)
  await change(ctx, async (db, log) => {
    const row = { ...said, regionId: region.id, causeId: cause.id, doorId: null, textOfCause: cause.text }
    await addOpinion(db, { ...row, recordedBy: ctx.actor.name }, ctx.now)
    await log({ kind: 'opinion_recorded', regionId: region.id, circle: 'region', details: toldOf(cause, said) })
  })
}

export const toldOf = (cause: Cause, said: Said) => ({
  ...{ causeId: cause.id, cause: shortly(cause.text, 60) },
  ...{ profession: professionWords(said.profession), stance: STANCES[said.stance] },
})

/** It stays readable with the reason, and counts no more. */
export async function setAside(
  ctx: Ctx,
  region: Region,
  { cause, opinion, reason }: { cause: Cause; opinion: Opinion; reason: string },
): Promise<void> {
  if (opinion.setAsideAt) throw new Problem('conflict', 'この意見は、すでに数えないことになっています')
  await change(ctx, async (db, log) => {
    const by = { setAsideAt: ctx.now.toISOString(), setAsideBy: ctx.actor.name, setAsideReason: reason }
    await markOpinion(db, opinion.id, by)
    const details = { causeId: cause.id, cause: shortly(cause.text, 60), reason }
    await log({ kind: 'opinion_set_aside', regionId: region.id, circle: 'region', details })
  })
}
