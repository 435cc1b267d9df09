import type { Role } from '../../access/actor.ts'
import type { Circle } from '../../access/circles.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Happening, NewHappening } from './history.ts'

interface HappeningsTable {
  id: string
  kind: string
  at: string
  actorPersonId: string | null
  actorName: string
  actorRole: Role | null
  onBehalfOf: string | null
  programmeId: string | null
  regionId: string | null
  circle: Circle
  detailsJson: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    happenings: HappeningsTable
    /** Regions and years whose texts are to be read again by whoever keeps an index of them. */
    changedPlaces: ChangedPlace & { at: string }
  }
}

export interface ChangedPlace {
  kind: 'region' | 'programme'
  id: string
}

/** For what changes without a line of history; a happening marks its own place. */
export const markChanged = (db: Db, place: ChangedPlace, at: string) =>
  db
    .insertInto('changedPlaces')
    .values({ ...place, at })
    .onConflict((c) => c.columns(['kind', 'id']).doUpdateSet({ at }))
    .execute()

export async function addHappening(db: Db, ctx: Ctx, h: NewHappening): Promise<void> {
  const at = ctx.now.toISOString()
  if (h.regionId) await markChanged(db, { kind: 'region', id: h.regionId }, at)
  if (h.programmeId) await markChanged(db, { kind: 'programme', id: h.programmeId }, at)
  await db
    .insertInto('happenings')
    .values({
      id: newId(),
      kind: h.kind,
      at,
      actorPersonId: ctx.actor.personId,
      actorName: ctx.actor.name,
      actorRole: ctx.actor.memberships[0]?.role ?? null,
      onBehalfOf: h.onBehalfOf ?? null,
      programmeId: h.programmeId ?? null,
      regionId: h.regionId ?? null,
      circle: h.circle ?? 'region',
      detailsJson: JSON.stringify(h.details),
    })
    .execute()
}

const plain = ({ detailsJson, ...row }: Omit<HappeningsTable, 'actorPersonId'>): Happening =>
  ({ ...row, details: JSON.parse(detailsJson) }) as Happening

/** A region's history in the circles its reader may read, newest first. */
export async function happeningsOf(
  db: Db,
  regionId: string,
  asked: { circles: readonly Circle[]; limit: number; offset?: number; since?: string },
): Promise<Happening[]> {
  if (asked.circles.length === 0) return []
  let query = db
    .selectFrom('happenings')
    .selectAll()
    .where('regionId', '=', regionId)
    .where('circle', 'in', [...asked.circles])
  if (asked.since) query = query.where('at', '>', asked.since)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .offset(asked.offset ?? 0)
    .execute()
  return rows.map(plain)
}

/** The newest lines over several regions; the caller gives, per region, the circles its reader may read. */
export async function recentHappenings(
  db: Db,
  readable: readonly { regionId: string; circles: readonly Circle[] }[],
  asked: { since?: string; limit: number },
): Promise<Happening[]> {
  const bySet = new Map<string, { circles: readonly Circle[]; ids: string[] }>()
  for (const { regionId, circles } of readable) {
    const set = bySet.get(circles.join()) ?? { circles, ids: [] }
    set.ids.push(regionId)
    if (circles.length > 0) bySet.set(circles.join(), set)
  }
  if (bySet.size === 0) return []
  let query = db
    .selectFrom('happenings')
    .selectAll()
    .where((eb) =>
      eb.or(
        [...bySet.values()].map(({ circles, ids }) =>
          eb.and([eb('circle', 'in', [...circles]), eb('regionId', 'in', ids)]),
        ),
      ),
    )
  if (asked.since) query = query.where('at', '>', asked.since)
  return (await query.orderBy('id', 'desc').limit(asked.limit).execute()).map(plain)
}

/** The instant of each region's last event, for "no movement for 14 days". */
export async function lastMoveOf(db: Db, regionIds: readonly string[]): Promise<Map<string, string>> {
  if (regionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('happenings')
    .select(['regionId', (eb) => eb.fn.max('at').as('at')])
    .where('regionId', 'in', [...regionIds])
    .groupBy('regionId')
    .execute()
  return new Map(rows.flatMap((row) => (row.regionId ? [[row.regionId, row.at] as const] : [])))
}
