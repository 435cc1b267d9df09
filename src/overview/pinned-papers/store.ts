import type { Db } from '../../platform/db/db.ts'
import { releasedModels } from '../model-releases/store.ts'
import { ON_PACKS, type Pinned } from './pinned-papers.ts'

/** A model of these circles the WG reads as it stands; any other one in the version that was put to it. */
const FOR_WG: readonly string[] = ['wg', 'joint']
const KINDS = ['logic_model', 'effect'] as const

/** Which revision of each paper is printed, without its body, by kind and region: three queries. */
export async function pinnedPapers(db: Db, regionIds: readonly string[]): Promise<Map<string, Pinned>> {
  const released = await releasedModels(db, regionIds)
  const documents = await db
    .selectFrom('documents')
    .select(['id', 'kind', 'ownerId', 'headNumber', 'circle'])
    .where('ownerKind', '=', 'region')
    .where('kind', 'in', [...KINDS])
    .where('ownerId', 'in', [...regionIds])
    .where('circle', 'in', [...ON_PACKS])
    .where(({ eb, selectFrom }) =>
      eb('id', 'not in', selectFrom('paperRemovals').select('documentId').where('restoredAt', 'is', null)),
    )
    .execute()
  const numbers = new Map(
    documents.map((one) => {
      const shown = one.kind === 'logic_model' ? released.get(one.ownerId)?.revision : one.headNumber
      return [one.id, shown ?? (FOR_WG.includes(one.circle) ? one.headNumber : 0)]
    }),
  )
  const rows = await db
    .selectFrom('revisions')
    .select(['documentId', 'number', 'savedAt', 'personName as savedBy'])
    .where('documentId', 'in', [...numbers.keys(), ''])
    .where('number', 'in', [...numbers.values(), 0])
    .execute()
  const pinned = new Map(rows.filter((row) => numbers.get(row.documentId) === row.number).map((r) => [r.documentId, r]))
  return new Map(
    documents.flatMap(({ id, kind, ownerId }) => {
      const own = pinned.get(id)
      return own ? [[`${kind} ${ownerId}`, own] as const] : []
    }),
  )
}

/** Regions whose model stands on a pack made now. */
export async function modelsForWatchers(db: Db, regionIds: readonly string[]): Promise<Set<string>> {
  const pinned = regionIds.length > 0 ? await pinnedPapers(db, regionIds) : new Map<string, Pinned>()
  return new Set(regionIds.filter((id) => pinned.has(`logic_model ${id}`)))
}
