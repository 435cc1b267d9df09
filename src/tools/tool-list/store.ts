import type { Milestone } from '../../papers/revisions/revisions.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { readNumbers } from '../paper-reads/store.ts'
import type { PaperKind } from '../papers/papers.ts'
import { papersRead } from '../papers/store.ts'
import { type Listed, listedOf } from './tool-list.ts'

/** All papers of the region its reader may read, in a handful of queries however many there are. */
export async function papersListed(
  { ctx, region }: { ctx: Ctx; region: Region },
  kinds: readonly PaperKind[],
): Promise<Listed[]> {
  const papers = await papersRead({ ctx, region })
  const ids = papers.map(({ document }) => document.id)
  return listedOf({
    ...{ papers, kinds, personId: ctx.actor.personId },
    saved: await lastSaved(ctx.db, ids),
    read: await readNumbers(ctx.db, ctx.actor.personId, ids),
    milestones: await milestonesOfMany(ctx.db, ids),
  })
}

async function lastSaved(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('revisions as r')
    .innerJoin('documents as d', (join) =>
      join.onRef('d.id', '=', 'r.documentId').onRef('d.headNumber', '=', 'r.number'),
    )
    .select(['r.documentId', 'r.savedAt', 'r.personName', 'r.personId'])
    .where('d.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ documentId, ...row }) => [documentId, row]))
}

async function milestonesOfMany(db: Db, ids: readonly string[]): Promise<Map<string, Milestone[]>> {
  const found = new Map<string, Milestone[]>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('milestones')
    .select(['documentId', 'number', 'label', 'createdAt'])
    .where('documentId', 'in', [...ids])
    .orderBy('id')
    .execute()
  for (const { documentId, ...row } of rows) found.set(documentId, [...(found.get(documentId) ?? []), row])
  return found
}
