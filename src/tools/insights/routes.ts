import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { INSIGHTS } from './insights.ts'
import { insightsPage } from './pages.ts'
import { insightsFor } from './store.ts'
import { insightList } from './workbook.ts'

export const insightRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/insights', 'paper.view', taken),
  'GET /regions/:regionId/insights': { may: 'paper.view', run: show },
}

async function show(call: Call & Seen['region']): Promise<Reply> {
  const { ctx, region, query } = call
  const at = Math.trunc(Number(query.page ?? 1)) || 1
  return page('tools/insights/show', insightsPage({ actor: ctx.actor, region }, await insightsFor(call), { page: at }))
}

async function taken(call: Call & Seen['region']): Promise<NamedList> {
  return { name: `${call.region.name}_${INSIGHTS}`, ...insightList(await insightsFor(call)) }
}
