import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { insightsPage } from './pages.ts'
import { insightsFor } from './store.ts'

export const insightRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/insights': { may: 'paper.view', run: show },
}

async function show(call: Call & Seen['region']): Promise<Reply> {
  const { ctx, region, query } = call
  const at = Math.trunc(Number(query.page ?? 1)) || 1
  return page('tools/insights/show', insightsPage({ actor: ctx.actor, region }, await insightsFor(call), { page: at }))
}
