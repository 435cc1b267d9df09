import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { adviceOfRegion } from '../../support/advice/store.ts'
import { slotsOfRegion } from '../../support/meetings/store.ts'
import { promisesOfRegion } from '../../support/promises/store.ts'
import { linesOf } from '../../support/records/store.ts'
import { valuesOf } from '../indicator-values/store.ts'
import { type RecordRows, WIDE } from './record-sources.ts'

type Papers = Pick<RecordRows, 'model' | 'issues' | 'causes' | 'closing'>

/** What a region's record holds that everybody in it may read: six queries. */
export async function recordRows(
  ctx: Pick<Ctx, 'db' | 'now'>,
  region: Pick<Region, 'id' | 'programmeId'>,
  papers: Papers,
): Promise<RecordRows> {
  const { db, now } = ctx
  const slots = await slotsOfRegion(db, region, now)
  const meetings = slots.flatMap(({ meeting }) => (meeting ? [meeting.id] : []))
  return {
    ...papers,
    slots,
    lines: await linesOf(db, meetings, WIDE),
    advice: await adviceOfRegion(db, region.id, WIDE),
    promises: await promisesOfRegion(db, region.id, WIDE),
    values: await valuesOf(db, region.id),
  }
}
