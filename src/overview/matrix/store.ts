import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import type { Situation } from '../situations/situations.ts'
import { situationsOf } from '../situations/store.ts'

type Ctx = { db: Db; actor: Actor; now: Date }

/** The programme's regions as the actor sees them, by code. */
export async function seenSituations(ctx: Ctx, programmeId: string): Promise<Situation[]> {
  const seen = regionsSeenBy(ctx.db, ctx.actor).where('regions.programmeId', '=', programmeId)
  const regions = await fetchRegions(ctx.db, seen.orderBy('regions.sortCode').orderBy('regions.id'))
  return situationsOf(ctx, regions)
}

/** Those under support. */
export const supportedSituations = async (ctx: Ctx, programmeId: string): Promise<Situation[]> =>
  (await seenSituations(ctx, programmeId)).filter((s) => s.region.isSelected)

/** WG and the other meetings of the year itself. */
export const programmeMeetings = (db: Db, programmeIds: readonly string[]) =>
  db
    .selectFrom('meetings')
    .select(['id', 'programmeId', 'stepId', 'number', 'kind', 'label', 'heldOn', 'startsAt', 'fixedAt', 'cancelledAt'])
    .where('programmeId', 'in', [...programmeIds])
    .where('regionId', 'is', null)
    .orderBy('heldOn')
    .execute()
