import { bodyAt, documentsOf } from '../../papers/documents/store.ts'
import type { Body } from '../../papers/templates/templates.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { logicModelKind } from '../../tools/model-words/model-words.ts'
import { GONE, type ModelRelease } from './model-releases.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    modelReleases: ModelRelease
  }
}

/** The version of each region's logic model that the WG may read: the newest that was put to it and not taken back. */
export async function releasedModels(db: Db, regionIds: readonly string[]): Promise<Map<string, ModelRelease>> {
  const rows = await db
    .selectFrom('modelReleases')
    .selectAll()
    .where('regionId', 'in', [...regionIds, ''])
    .orderBy('id')
    .execute()
  return new Map([...new Map(rows.map((row) => [row.regionId, row]))].filter(([, row]) => row.revision !== GONE))
}

/** That version's words; a model whose own circle takes the WG in is read as it stands. */
export async function modelForWatchers(
  db: Db,
  regionId: string,
): Promise<{ number: number; body: Body; release: ModelRelease | null } | null> {
  const release = (await releasedModels(db, [regionId])).get(regionId) ?? null
  if (release) return { ...(await bodyAt(db, release.documentId, release.revision)), release }
  const [document] = await modelsOf(db, [regionId])
  if (!document || !['wg', 'joint'].includes(document.circle)) return null
  return { ...(await bodyAt(db, document.id)), release: null }
}

export const modelsOf = (db: Db, regionIds: readonly string[]) =>
  documentsOf(db, { kind: logicModelKind.kind, ownerKind: 'region', ownerIds: regionIds })

export const addModelRelease = (db: Db, given: Omit<ModelRelease, 'id'>) =>
  db
    .insertInto('modelReleases')
    .values({ ...given, id: newId() })
    .execute()
