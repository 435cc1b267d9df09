import type { Ctx } from '../../platform/ctx.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { meetingsOfYears } from '../meetings/store.ts'
import { reviewedRegions } from '../wg-opinions/store.ts'
import type { Around } from './opinion-tables.ts'

/** The names opinions speak of: regions as this reader sees them, the year's meetings. */
export async function namesAround({ db, actor }: Ctx, programme: Programme): Promise<Around> {
  const [regions, meetings] = await Promise.all([
    reviewedRegions(db, actor, programme.id),
    meetingsOfYears(db, [programme.id]),
  ])
  return {
    regions: new Map(regions.map(({ id, name }) => [id, name])),
    meetings: new Map(meetings.map(({ id, label }) => [id, label])),
  }
}
