import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { isPart, PARTS, regionCrumbs } from '../../programme/sections/sections.ts'
import { partPage } from './pages.ts'
import { keptPartsOf } from './store.ts'

export const regionPartRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/parts/:key': { may: 'region.view', run: show },
}

/** Sheets are for 地域の全員: who does not read that circle finds no page. */
async function show({ ctx, region, params }: Call & Seen['region']): Promise<Reply> {
  const key = params.key ?? ''
  if (!isPart(key) || !region.importedAt || !circlesReadBy(ctx.actor, region).includes('region')) throw notFound()
  const props = partPage(ctx.actor, region, { key, parts: await keptPartsOf(ctx.db, region.id) })
  const crumbs = regionCrumbs(region, PARTS[key])
  return page('overview/region-parts/show', { ...props, title: `${region.name} ${PARTS[key]}`, crumbs })
}
