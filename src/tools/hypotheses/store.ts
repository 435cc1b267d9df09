import { milestonesOf, revisionsOf } from '../../papers/revisions/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { notFound } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { slotsOfRegion } from '../../support/meetings/store.ts'
import type { Story } from '../cause-stories/cause-stories.ts'
import { causeIn } from '../causes/body.ts'
import { type Cause, causesKind } from '../causes/causes.ts'
import { opinionsOf } from '../opinions/store.ts'
import type { PaperAt } from '../papers/papers.ts'
import { paperAt } from '../papers/store.ts'

interface Asked {
  ctx: Ctx
  region: Region
  params: Record<string, string>
}

/** One hypothesis of the region's document, as its reader may read it; what is not there is 404. */
export async function causeAt(asked: Asked): Promise<{ at: PaperAt; cause: Cause }> {
  const at = await paperAt(asked, causesKind)
  const cause = causeIn(at.head.body, asked.params.causeId ?? '')
  if (!cause) throw notFound()
  return { at, cause }
}

/** More turns than these are read in 「変更の記録」. */
const MOST_TURNS = 300

export async function storyRead(
  { ctx, region }: Pick<Asked, 'ctx' | 'region'>,
  at: PaperAt,
  causeId: string,
): Promise<Story> {
  const { document, head } = at
  const [revisions, milestones] = document
    ? await Promise.all([revisionsOf(ctx.db, document.id, { limit: MOST_TURNS }), milestonesOf(ctx.db, document.id)])
    : [[], []]
  const opinions = await opinionsOf(ctx.db, region.id, causeId)
  return { revisions, milestones, opinions, slots: await slotsOfRegion(ctx.db, region, ctx.now), body: head.body }
}
