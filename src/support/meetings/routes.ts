import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { meetingsPage } from './pages.ts'
import { slotsOfRegion } from './store.ts'

export const meetingRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/meetings': { may: 'region.view', run: list },
}

async function list({ ctx, region }: Call & Seen['region']): Promise<Reply> {
  const props = meetingsPage(ctx.actor, region, await slotsOfRegion(ctx.db, region, ctx.now))
  return page('support/meetings/index', {
    ...props,
    title: `${region.name} 回と日程`,
    crumbs: regionCrumbs(region, '回と日程'),
  })
}
