import { circlesReadBy } from '../../access/circles.ts'
import { milestonesOf, revisionsOf } from '../../papers/revisions/store.ts'
import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { notFound } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { slotsOfRegion } from '../../support/meetings/store.ts'
import { pageOf } from '../../support/promises/promises.ts'
import { promisesOfRegion } from '../../support/promises/store.ts'
import type { Story } from '../cause-stories/cause-stories.ts'
import { causeIn } from '../causes/body.ts'
import { type Cause, causesKind } from '../causes/causes.ts'
import { factsOf } from '../check-facts/store.ts'
import { fatesOf } from '../check-fates/store.ts'
import { opinionsOf } from '../opinions/store.ts'
import type { PaperAt } from '../papers/papers.ts'
import { paperAt } from '../papers/store.ts'
import { type Asked as AskedQuestion, askedOn, atPath, questionsFor } from '../questions/questions.ts'

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

/** What is asked about this cause and its evidence; what was settled before stays silent. */
export async function asksRead(
  { ctx, region }: Pick<Asked, 'ctx' | 'region'>,
  at: PaperAt,
  ids: readonly string[],
): Promise<AskedQuestion[]> {
  const [facts, fates] = await Promise.all([factsOf(ctx.db, region, ctx.now), fatesOf(ctx.db, region.id)])
  const found = questionsFor(at.ref, at.head.body, facts)
  const here = ids.flatMap((id) => atPath(found, id))
  return askedOn(region.id, here, fates, at.closed === null)
}

/** 取組 that touched this cause, as their reader may read them. */
export async function deedsRead(
  { ctx, region }: Pick<Asked, 'ctx' | 'region'>,
  causeId: string,
): Promise<{ text: string; href: string }[]> {
  const refs = [`causes/${causeId}`, `hypotheses/${causeId}`]
  const all = await promisesOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
  return all
    .filter((deed) => deed.touches.some(({ ref }) => ref !== null && refs.includes(ref)))
    .map((deed) => ({ text: deed.text, href: pageOf(deed) ?? paths.promises(region.id) }))
}
