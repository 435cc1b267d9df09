import { may } from '../../access/may.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { factsOf } from '../check-facts/store.ts'
import { fatesOf } from '../check-fates/store.ts'
import type { Found } from '../checks/checks.ts'
import type { PaperAt } from '../papers/papers.ts'
import { type Asked, askedOn, questionsFor } from '../questions/questions.ts'

/** What is asked on this paper, or the part of it that `wanted` picks: with all that is known, less what was answered. */
export async function asksOn(
  { ctx, region }: { ctx: Ctx; region: Region },
  { ref, head }: Pick<PaperAt, 'ref' | 'head'>,
  wanted: (found: Found[]) => Found[] = (found) => found,
): Promise<Asked[]> {
  const [facts, fates] = await Promise.all([factsOf(ctx.db, region, ctx.now), fatesOf(ctx.db, region.id)])
  return askedOn(region.id, wanted(questionsFor(ref, head.body, facts)), fates, may(ctx.actor, 'paper.write', region))
}
