import type { RouteTable } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { insightCountsPage } from './pages.ts'
import { yearCounts } from './store.ts'

export const insightCountRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/insights': { may: 'programme.edit', run: show },
}

async function show({ ctx, programme }: Call & { programme: Programme }): Promise<Reply> {
  return page('tools/insight-counts/show', insightCountsPage(programme, await yearCounts(ctx.db, programme.id)))
}
