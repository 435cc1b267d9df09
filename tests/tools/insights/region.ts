import type { Ctx } from '../../../src/platform/ctx.ts'
import type { Region } from '../../../src/programme/regions/regions.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'

export const fetchRegion = async (ctx: Ctx, id: string): Promise<Region> =>
  (await regionSeen(ctx.db, ctx.actor, id)) as Region
