import { circlesReadBy } from '../../access/circles.ts'
import type { Document } from '../../papers/documents/documents.ts'
import { headsOf } from '../../papers/documents/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { partOf } from '../papers/papers.ts'
import { type Journey, journeyKind } from './journeys.ts'

const idsOf = (documents: readonly Document[]): string[] => documents.map(({ id }) => id)

/** The journeys of a region their reader may read, in the order they were begun; also those taken away. */
export async function journeysRead({ ctx, region }: { ctx: Ctx; region: Region }): Promise<Journey[]> {
  const rows = await ctx.db
    .selectFrom('documents')
    .selectAll()
    .where('kind', '=', journeyKind.kind)
    .where('ownerKind', '=', 'region')
    .where('ownerId', 'like', `${region.id}/%`)
    .orderBy('id')
    .execute()
  const circles = circlesReadBy(ctx.actor, region)
  const documents = (rows as Document[]).filter(({ circle, headNumber }) => circles.includes(circle) && headNumber > 0)
  const heads = await headsOf(ctx.db, idsOf(documents))
  const removed = await removedOf(ctx.db, idsOf(documents))
  return documents.flatMap((document) => {
    const part = partOf(document)
    const body = heads.get(document.id)?.body ?? {}
    return part ? [{ part, body, removedAt: removed.get(document.id) ?? null }] : []
  })
}

async function removedOf(db: Db, documentIds: readonly string[]): Promise<Map<string, string>> {
  if (documentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('paperRemovals')
    .select(['documentId', 'removedAt'])
    .where('documentId', 'in', [...documentIds])
    .where('restoredAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.documentId, row.removedAt]))
}
