import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { regionPage } from './pages.ts'
import { regionViewOf } from './store.ts'

export const regionOverviewRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId': { may: 'region.view', run: show },
}

async function show({ ctx, region }: Call & Seen['region']): Promise<Reply> {
  const view = await regionViewOf(ctx, region)
  if (!view) throw notFound()
  return page('overview/region/show', { ...regionPage(view), title: region.name, crumbs: regionCrumbs(region) })
}
