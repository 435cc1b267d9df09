import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { notFound } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { askOpenYear } from '../../support/bodies/actions.ts'
import { opinionsOf, reviewedRegions } from '../../support/wg-opinions/store.ts'
import type { Answered } from '../../support/wg-opinions/wg-opinions.ts'
import { yearMeetingSeen } from '../../support/year-meetings/store.ts'
import { isOfBody } from '../../support/year-meetings/year-meetings.ts'
import { boardsPutOn } from '../board-releases/store.ts'
import { releasedModels } from '../model-releases/store.ts'
import type { Review, ReviewsView } from './reviews.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    reviewReads: { personId: string; regionId: string; readAt: string }
  }
}

/** When what the WG may read of each region last became new: two queries. */
export async function editionsOf(db: Db, regionIds: readonly string[]): Promise<Map<string, string>> {
  const boards = await boardsPutOn(db, regionIds)
  const models = await releasedModels(db, regionIds)
  return new Map(
    regionIds.flatMap((id) => {
      const [last] = [boards.get(id), models.get(id)?.releasedAt]
        .filter((at) => at !== undefined)
        .toSorted()
        .reverse()
      return last ? [[id, last] as const] : []
    }),
  )
}

export async function readMarks(db: Db, personId: string, regionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('reviewReads')
    .select(['regionId', 'readAt'])
    .where('personId', '=', personId)
    .where('regionId', 'in', [...regionIds, ''])
    .execute()
  return new Map(rows.map((row) => [row.regionId, row.readAt]))
}

/** Regions as this reader has them: three queries, however many there are. */
export async function reviewsOf(
  { db, actor }: Ctx,
  regions: readonly Region[],
  opinions: readonly Answered[],
): Promise<Review[]> {
  const ids = regions.map(({ id }) => id)
  const [editions, marks] = await Promise.all([editionsOf(db, ids), readMarks(db, actor.personId ?? '', ids)])
  return regions.map((region) => ({
    region,
    editionAt: editions.get(region.id) ?? null,
    readAt: marks.get(region.id) ?? null,
    opinions: opinions.filter((one) => one.regionId === region.id).length,
  }))
}

export const markRead = (ctx: Ctx, regionId: string): Promise<unknown> =>
  keep(ctx, (db) => {
    const readAt = ctx.now.toISOString()
    return db
      .insertInto('reviewReads')
      .values({ personId: ctx.actor.personId ?? '', regionId, readAt })
      .onConflict((at) => at.columns(['personId', 'regionId']).doUpdateSet({ readAt }))
      .execute()
  })

export const markUnread = (ctx: Ctx, regionId: string): Promise<unknown> =>
  keep(ctx, (db) =>
    db
      .deleteFrom('reviewReads')
      .where('personId', '=', ctx.actor.personId ?? '')
      .where('regionId', '=', regionId)
      .execute(),
  )

/** A meeting of a body of the year with its regions, for who takes part in it; there for nobody else. */
export async function reviewsAt(
  ctx: Ctx,
  programme: Programme,
  n: string,
): Promise<ReviewsView & { opinions: Answered[] }> {
  askOpenYear(programme)
  const seen = await yearMeetingSeen(ctx, programme, n)
  if (!seen || !isOfBody(seen.slot)) throw notFound()
  const regions = await reviewedRegions(ctx.db, ctx.actor, programme.id)
  const opinions = await opinionsOf(ctx.db, programme.id)
  return { actor: ctx.actor, programme, slot: seen.slot, opinions, reviews: await reviewsOf(ctx, regions, opinions) }
}
