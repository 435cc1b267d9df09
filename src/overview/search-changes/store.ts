import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import type { SeenRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'

export interface Stale {
  kind: 'region' | 'programme'
  id: string
  at: string
}

/** What changed longest ago first. */
export const changedPlaces = (db: Db, limit: number): Promise<Stale[]> =>
  db.selectFrom('changedPlaces').selectAll().orderBy('at').orderBy('id').limit(limit).execute()

/** Those of them this actor sees: changed regions, and years. What changed last is looked for first. */
export async function changedSeenBy(db: Db, actor: Actor, limit: number): Promise<Stale[]> {
  const regions = await regionsSeenBy(db, actor)
    .innerJoin('changedPlaces as changed', (join) =>
      join.onRef('changed.id', '=', 'regions.id').on('changed.kind', '=', 'region'),
    )
    .select(['changed.kind', 'changed.id', 'changed.at'])
    .orderBy('changed.at', 'desc')
    .limit(limit)
    .execute()
  const years = await db.selectFrom('changedPlaces').selectAll().where('kind', '=', 'programme').limit(limit).execute()
  return [...(regions as Stale[]), ...years]
}

/** For the index alone: it reads everything, and shows nothing by itself. */
export const everyRegion = (db: Db, ids: readonly string[]): SeenRegions =>
  db
    .selectFrom('regions')
    .innerJoin('programmes', 'programmes.id', 'regions.programmeId')
    .where('regions.id', 'in', [...ids, ''])

export async function forgetChanged(db: Db, places: readonly Stale[]): Promise<void> {
  for (const kind of ['region', 'programme'] as const) {
    const ids = places.flatMap((place) => (place.kind === kind ? [place.id] : []))
    if (ids.length > 0) await db.deleteFrom('changedPlaces').where('kind', '=', kind).where('id', 'in', ids).execute()
  }
}
