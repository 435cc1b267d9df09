import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { textsWith } from '../../platform/db/full-text.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import type { Kept } from '../search-index/search-index.ts'
import { textsNumbered } from '../search-index/store.ts'
import { type Filters, marksOf, reachOf, reads } from './search-hits.ts'

export interface Asked {
  words: readonly string[]
  filters: Filters
  /** The last one of the page before; 0 at the beginning. */
  after: number
}

export interface Hit extends Kept {
  region: Region | null
  programme: Programme | undefined
}

export interface Hits {
  rows: Hit[]
  /** Where the next page goes on; null: nothing more. */
  next: number | null
}

const A_PAGE = 20
const LOOKED_AT = 60
const ROUNDS = 6

async function readable(db: Db, actor: Actor, at: { ids: readonly number[]; programmes: Map<string, Programme> }) {
  const kept = await textsNumbered(db, at.ids)
  const ids = [...new Set(kept.flatMap((one) => one.regionId ?? []))]
  const seen = ids.length > 0 ? await fetchRegions(db, regionsSeenBy(db, actor).where('regions.id', 'in', ids)) : []
  const around = { regions: new Map(seen.map((r) => [r.id, r])), programmes: at.programmes }
  return kept
    .filter((one) => reads(actor, one, around))
    .map((one): Hit => {
      const region = around.regions.get(one.regionId ?? '') ?? null
      return { ...one, region, programme: at.programmes.get(one.programmeId) }
    })
}

/** A page of what this actor may read, newest first. `programmes` are all they see. Five queries for each round. */
export async function hitsOf(
  db: Db,
  actor: Actor,
  { asked, programmes }: { asked: Asked; programmes: readonly Programme[] },
): Promise<Hits> {
  const found: Hit[] = []
  const about = { words: asked.words, marks: marksOf(asked.filters), within: reachOf(actor, programmes) }
  const byId = new Map(programmes.map((p) => [p.id, p]))
  let after = asked.after
  for (let round = 0; round < ROUNDS; round++) {
    const ids = await textsWith(db, { ...about, after, limit: LOOKED_AT })
    found.push(...(await readable(db, actor, { ids, programmes: byId })))
    after = ids.at(-1) ?? after
    const isLast = ids.length < LOOKED_AT
    if (found.length > A_PAGE) return { rows: found.slice(0, A_PAGE), next: found[A_PAGE - 1]?.id ?? null }
    if (isLast) return { rows: found, next: null }
  }
  return { rows: found, next: after }
}
