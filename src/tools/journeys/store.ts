import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { partOf } from '../papers/papers.ts'
import { papersRead } from '../papers/store.ts'
import { type Journey, journeyKind } from './journeys.ts'

/** The journeys of a region their reader may read, in the order they were begun. */
export async function journeysRead(asked: { ctx: Ctx; region: Region }): Promise<Journey[]> {
  const papers = await papersRead(asked)
  const own = papers.filter(({ document, head }) => document.kind === journeyKind.kind && head.number > 0)
  const removed = await removedOf(
    asked.ctx.db,
    own.map(({ document }) => document.id),
  )
  return own.flatMap(({ document, head }) => {
    const part = partOf(document)
    return part ? [{ part, body: head.body, removedAt: removed.get(document.id) ?? null }] : []
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
