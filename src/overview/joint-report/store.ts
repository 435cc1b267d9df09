import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { notFound } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions, type SeenRegions } from '../../programme/regions/store.ts'
import { announced } from '../../programme/sight/store.ts'
import { slotsOf } from '../../support/meetings/meetings.ts'
import { meetingsOfRegions, meetingsOfYears } from '../../support/meetings/store.ts'
import { type Joint, jointFrom, takesPart } from './joint-report.ts'

/**
 * Regions whose selection is announced, or whose record came from elsewhere: the same for everybody who takes part. Only their names and what they handed in
 * are shown from here; their own pages stay behind `regionsSeenBy`.
 */
export function reportingRegions(db: Db, programmeId: string): Promise<Region[]> {
  const query = db
    .selectFrom('regions')
    .innerJoin('programmes', 'programmes.id', 'regions.programmeId')
    .where('regions.programmeId', '=', programmeId)
    .where('regions.isSample', '=', 0)
    .where((eb) => eb.or([eb(announced(eb as never), '=', 1), eb('regions.importedAt', 'is not', null)]))
    .orderBy('regions.sortCode')
  return fetchRegions(db, query as unknown as SeenRegions)
}

/** The meeting as it stands: a fixed number of queries, whatever the number of regions. */
export async function jointOf({ db, now }: Pick<Ctx, 'db' | 'now'>, programme: Programme): Promise<Joint> {
  const regions = await reportingRegions(db, programme.id)
  const steps = await stepsOf(db, [programme.id])
  const yearSlots = slotsOf(steps, await meetingsOfYears(db, [programme.id]), now, 'programme')
  const ids = regions.map((region) => region.id)
  return jointFrom({ programme, steps, yearSlots, regions, meetings: await meetingsOfRegions(db, ids) }, now)
}

/** For those who take part; to everybody else it does not exist. */
export async function jointSeen({ ctx, programme }: { ctx: Ctx; programme: Programme }): Promise<Joint> {
  const joint = await jointOf(ctx, programme)
  if (!takesPart(ctx.actor, joint)) throw notFound()
  return joint
}

export function regionIn(joint: Joint, regionId: string | undefined): Region {
  const region = joint.regions.find((one) => one.id === regionId)
  if (!region) throw notFound()
  return region
}
