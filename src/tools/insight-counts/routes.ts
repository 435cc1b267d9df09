import { type RouteTable, tableDoors } from '../../access/doors.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { insightCountsPage } from './pages.ts'
import { yearCounts } from './store.ts'
import { insightCountList } from './workbook.ts'

export const insightCountRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/insights', 'programme.edit', taken),
  'GET /programmes/:programmeId/insights': { may: 'programme.edit', run: show },
}

async function show({ ctx, programme }: Call & { programme: Programme }): Promise<Reply> {
  return page('tools/insight-counts/show', insightCountsPage(programme, await yearCounts(ctx.db, programme.id)))
}

async function taken({ ctx, programme }: Call & { programme: Programme }): Promise<NamedList> {
  const { counts } = await yearCounts(ctx.db, programme.id)
  return { name: `${programme.name}_問いのはたらき`, ...insightCountList(counts) }
}
