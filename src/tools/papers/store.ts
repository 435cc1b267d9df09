import type { ExpressionBuilder } from 'kysely'
import { belongs, oversees, runs } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import type { Document, Head } from '../../papers/documents/documents.ts'
import { bodyAt, documentOf, headsOf } from '../../papers/documents/store.ts'
import { revisionsOf } from '../../papers/revisions/store.ts'
import { fieldsOf } from '../../papers/templates/templates.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db, Tables } from '../../platform/db/db.ts'
import { notFound } from '../../platform/web/problem.ts'
import { type Region, readOnlyReason } from '../../programme/regions/regions.ts'
import { isRef, ownerOf, type PaperAt, type PaperKind, refOf, splitRef } from './papers.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    /** Papers taken away (tools/sheets), restorable: nobody reads along in them. */
    paperRemovals: { documentId: string; removedAt: string; removedBy: string; restoredAt: string | null }
  }
}

const WHO = {
  'paper.write': '市町村の担当者と事務局',
  'plan.write': '都道府県の担当者と事務局',
  'effect.write': '市町村と都道府県の担当者、事務局',
} as const

export function closedReason({ actor }: Ctx, region: Region, kind: PaperKind): string | null {
  const stopped = readOnlyReason(region)
  if (stopped) return stopped
  return may(actor, kind.writers, region) ? null : `書けるのは、${WHO[kind.writers]}です`
}

/** They write for themselves; the secretariat writes for the town. */
export const writesOwn = ({ actor }: Ctx, region: Region, { writers }: PaperKind): boolean =>
  belongs(actor, region) || writers === 'plan.write' || (writers === 'effect.write' && oversees(actor, region))

/** Fields of a sheet with two halves that this person's side does not write. */
export function othersHalf({ actor }: Ctx, region: Region, { writers, template }: PaperKind): string[] {
  if (writers !== 'effect.write' || !template || runs(actor, region)) return []
  const isPrefecture = !belongs(actor, region)
  const isOther = (side: string | undefined) => side !== 'both' && (side === 'prefecture') !== isPrefecture
  return fieldsOf(template).flatMap(({ key, side }) => (isOther(side) ? [key] : []))
}

interface Asked {
  ctx: Ctx
  region: Region
}

/** The paper in its circle, or 404: what one may not read is not there. */
export async function paperAt({ ctx, region }: Asked, kind: PaperKind, part?: string): Promise<PaperAt> {
  const document = await documentOf(ctx.db, ownerOf(kind, region.id, part))
  const circle = document?.circle ?? kind.circleDefault
  if (!circlesReadBy(ctx.actor, region).includes(circle)) throw notFound()
  const head = document ? await bodyAt(ctx.db, document.id) : { number: 0, body: {} }
  return { kind, part, ref: refOf(kind, part), document, head, circle, closed: closedReason(ctx, region, kind) }
}

/** Which kind an address names; the secretariat's own sheets are looked up. */
export type KindOf = (asked: Asked, kind: string) => Promise<PaperKind | undefined>

/** The paper that `:ref` of an address names. */
export const namedPaper =
  (kindOf: KindOf) =>
  async (call: Asked & { params: Record<string, string> }): Promise<PaperAt> => {
    const { kind: key, part } = splitRef(call.params.ref ?? '')
    const kind = await kindOf(call, key)
    if (!kind || !isRef(kind, call.params.ref ?? '', part)) throw notFound()
    return paperAt(call, kind, part)
  }

export type Paper = { document: Document; head: Head }

const standing = (db: Db) =>
  db
    .selectFrom('documents')
    .selectAll()
    .where('ownerKind', '=', 'region')
    .where(({ eb, selectFrom }) =>
      eb('id', 'not in', selectFrom('paperRemovals').select('documentId').where('restoredAt', 'is', null)),
    )
    .orderBy('id')

async function withHeads(db: Db, rows: readonly unknown[]): Promise<Paper[]> {
  const documents = rows as Document[]
  const heads = await headsOf(
    db,
    documents.map((d) => d.id),
  )
  return documents.map((document) => ({ document, head: heads.get(document.id) ?? { number: 0, body: {} } }))
}

/** Its own and its parts, by the index of owners: `like` would read every document there is. */
const inRegions = (eb: ExpressionBuilder<Tables, 'documents'>, ids: readonly string[]) =>
  eb.or([
    eb('ownerId', 'in', [...ids, '']),
    ...ids.map((id) => eb.and([eb('ownerId', '>=', `${id}/`), eb('ownerId', '<', `${id}0`)])),
  ])

/** Every document of these regions (a hundred at most) with its present body, in two queries; the caller asks the circles. */
export const allPapersOf = async (db: Db, regionIds: readonly string[]): Promise<Paper[]> =>
  withHeads(
    db,
    await standing(db)
      .where((eb) => inRegions(eb, regionIds))
      .execute(),
  )

export const papersOfRegion = (db: Db, regionId: string): Promise<Paper[]> => allPapersOf(db, [regionId])

/** The one paper of each of these kinds, of many regions, in two queries; the caller asks the circles. */
export async function papersOfRegions(
  db: Db,
  regionIds: readonly string[],
  kinds: readonly string[],
): Promise<Map<string, Map<string, Paper>>> {
  const found = new Map(regionIds.map((id) => [id, new Map<string, Paper>()]))
  if (regionIds.length === 0) return found
  const rows = await standing(db)
    .where('kind', 'in', [...kinds])
    .where('ownerId', 'in', [...regionIds])
    .execute()
  for (const paper of await withHeads(db, rows)) found.get(paper.document.ownerId)?.set(paper.document.kind, paper)
  return found
}

/** The papers of one region its reader may read. */
export async function papersRead({ ctx, region }: Asked) {
  const circles = circlesReadBy(ctx.actor, region)
  const all = await papersOfRegion(ctx.db, region.id)
  return all.filter(({ document }) => circles.includes(document.circle))
}

export const lastRevision = async (db: Db, document: Document | undefined) =>
  document ? (await revisionsOf(db, document.id, { limit: 1 }))[0] : undefined
