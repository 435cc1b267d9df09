import { circlesReadBy } from '../../access/circles.ts'
import type { Document, Head } from '../../papers/documents/documents.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { readNumbers } from '../paper-reads/store.ts'
import { papersRead } from '../papers/store.ts'
import { yearSheets } from '../sheet-templates/store.ts'
import type { RemovedSheet, WrittenSheet } from './sheet-list.ts'

type Asked = { ctx: Ctx; region: Region }

/** The year's sheets and what this region has written in them: six queries, however many there are. */
export async function sheetsOf(call: Asked) {
  const { ctx, region } = call
  const sheets = await yearSheets(ctx.db, region.programmeId)
  const keys = new Set(sheets.map(({ template }) => template.key))
  const papers = (await papersRead(call)).filter(({ document }) => keys.has(document.kind))
  const written = await withFacts(ctx, papers)
  return { sheets, written, removed: await removedSheets(call, keys) }
}

async function withFacts(ctx: Ctx, papers: readonly { document: Document; head: Head }[]): Promise<WrittenSheet[]> {
  const ids = papers.map(({ document }) => document.id)
  const last = await lastRevisions(ctx.db, ids)
  const read = await readNumbers(ctx.db, ctx.actor.personId, ids)
  const drafts = await ownDrafts(ctx, ids)
  return papers.map((paper) => ({
    ...paper,
    last: last.get(paper.document.id),
    readNumber: read.get(paper.document.id) ?? 0,
    hasDraft: drafts.has(paper.document.id),
  }))
}

async function lastRevisions(db: Db, ids: readonly string[]): Promise<Map<string, NonNullable<WrittenSheet['last']>>> {
  const rows = await db
    .selectFrom('revisions as r')
    .innerJoin('documents as d', (join) =>
      join.onRef('d.id', '=', 'r.documentId').onRef('d.headNumber', '=', 'r.number'),
    )
    .select(['r.documentId', 'r.number', 'r.savedAt', 'r.personId', 'r.personName'])
    .where('d.id', 'in', [...ids, ''])
    .execute()
  return new Map(rows.map(({ documentId, ...row }) => [documentId, row]))
}

async function ownDrafts({ db, actor }: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('drafts')
    .select('documentId')
    .where('personId', '=', actor.personId ?? '')
    .where('documentId', 'in', [...ids, ''])
    .execute()
  return new Set(rows.map((row) => row.documentId))
}

async function removedSheets({ ctx, region }: Asked, keys: ReadonlySet<string>): Promise<RemovedSheet[]> {
  const rows = await ctx.db
    .selectFrom('paperRemovals as p')
    .innerJoin('documents as d', 'd.id', 'p.documentId')
    .select(['d.kind', 'd.ownerId', 'd.circle', 'p.removedAt', 'p.removedBy'])
    .where('d.ownerKind', '=', 'region')
    .where('d.ownerId', 'like', `${region.id}/%`)
    .where('p.restoredAt', 'is', null)
    .orderBy('p.removedAt')
    .execute()
  const circles: readonly string[] = circlesReadBy(ctx.actor, region)
  return rows.filter((row) => keys.has(row.kind) && circles.includes(row.circle))
}
