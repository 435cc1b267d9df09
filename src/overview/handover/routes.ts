import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { regionViewOf } from '../region/store.ts'
import { handoverPage } from './pages.ts'

export const handoverRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/handover': { may: 'region.view', run: show },
}

/** Only what its reader reads: each person's ten lines are their own. */
async function show({ ctx, region }: Call & Seen['region']): Promise<Reply> {
  const view = await regionViewOf(ctx, region)
  if (!view) throw notFound()
  const crumbs = regionCrumbs(region, '10行の引き継ぎ')
  return page('overview/handover/show', { ...handoverPage(view), title: `${region.name} 10行の引き継ぎ`, crumbs })
}
