import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import type { Situation } from '../situations/situations.ts'
import { situationsOf } from '../situations/store.ts'

/** Regions under support in this programme, by code, as the actor sees them. */
export async function supportedSituations(
  ctx: { db: Db; actor: Actor; now: Date },
  programmeId: string,
): Promise<Situation[]> {
  const seen = regionsSeenBy(ctx.db, ctx.actor).where('regions.programmeId', '=', programmeId)
  const regions = await fetchRegions(ctx.db, seen.orderBy('regions.sortCode').orderBy('regions.id'))
  return situationsOf(
    ctx,
    regions.filter((r) => r.isSelected),
  )
}

/** WG and the other meetings of the year itself. */
export const programmeMeetings = (db: Db, programmeIds: readonly string[]) =>
  db
    .selectFrom('meetings')
    .select(['id', 'programmeId', 'stepId', 'label', 'heldOn', 'startsAt', 'fixedAt', 'cancelledAt'])
    .where('programmeId', 'in', [...programmeIds])
    .where('regionId', 'is', null)
    .orderBy('heldOn')
    .execute()
