import { circlesReadBy } from '../../access/circles.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { promisesOfRegion } from '../../support/promises/store.ts'
import type { Cause } from '../causes/causes.ts'
import { papersRead } from '../papers/store.ts'
import { issueOptions, type Start, startsOf } from './cause-starts.ts'

interface Asked {
  ctx: Ctx
  region: Region
}

export const issuesRead = async (asked: Asked): Promise<{ value: string; label: string }[]> =>
  issueOptions(await papersRead(asked))

/** 「ここから始める」: wordings of the region's papers its reader may read, and the 課題 a cause may be tied to. */
export async function startsRead(
  { ctx, region }: Asked,
  causes: readonly Cause[],
): Promise<{ starts: Start[]; issues: { value: string; label: string }[] }> {
  const papers = await papersRead({ ctx, region })
  const practices = await promisesOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
  return { starts: startsOf({ papers, practices, causes }), issues: issueOptions(papers) }
}
