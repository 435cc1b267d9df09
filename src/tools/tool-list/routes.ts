import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { paperKinds } from '../kinds/kinds.ts'
import { toolListPage } from './pages.ts'
import { papersListed } from './store.ts'

export const toolListRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/tools': { may: 'paper.view', run: show },
}

async function show(call: Call & Seen['region']): Promise<Reply> {
  const { ctx, region } = call
  const circles = circlesReadBy(ctx.actor, region)
  const props = toolListPage({
    around: regionFrame(ctx.actor, region, 'tools'),
    regionId: region.id,
    listed: await papersListed(call, paperKinds),
    kinds: paperKinds.filter((kind) => circles.includes(kind.circleDefault)),
  })
  const crumbs = regionCrumbs(region, props.heading)
  return page('tools/tool-list/index', { ...props, title: `${region.name} ${props.heading}`, crumbs })
}
