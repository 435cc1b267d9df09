import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { passedTo } from '../wg-opinions/store.ts'
import { passedOpinionsPage } from './pages.ts'

export const passedOpinionRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/wg-opinions': { may: 'passed.view', run: show },
}

async function show({ ctx, region }: Call & Seen['region']): Promise<Reply> {
  const passed = await passedTo(ctx.db, [region.id])
  return page('support/passed-opinions/index', passedOpinionsPage(ctx.actor, region, passed))
}
