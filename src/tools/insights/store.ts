import { circlesReadBy } from '../../access/circles.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { regionFacts } from '../check-facts/store.ts'
import type { Fate } from '../check-fates/check-fates.ts'
import { fatesOf } from '../check-fates/store.ts'
import type { Facts, Found } from '../checks/checks.ts'
import { allFound } from '../questions/questions.ts'
import { circleOf } from './insights.ts'

export interface RegionInsights {
  facts: Facts
  circles: Readonly<Record<string, string>>
  /** Everything that is asked, whoever reads it. */
  all: Found[]
  /** In this reader's circles. */
  found: Found[]
  fates: Fate[]
}

/** What is asked in this region and what became of it, as this reader may see it. */
export async function insightsFor({ ctx, region }: { ctx: Ctx; region: Region }): Promise<RegionInsights> {
  const [{ facts, circles }, fates] = await Promise.all([
    regionFacts(ctx.db, region, ctx.now),
    fatesOf(ctx.db, region.id),
  ])
  const own = circlesReadBy(ctx.actor, region)
  const reads = (ref: string) => own.includes(circleOf(ref, circles))
  const all = allFound(facts)
  return {
    ...{ facts, circles, all },
    found: all.filter(({ place }) => reads(place.ref)),
    fates: fates.filter(({ ref }) => reads(ref)),
  }
}
