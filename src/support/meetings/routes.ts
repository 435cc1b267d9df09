import { circlesReadBy } from '../../access/circles.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { meetingsPage } from './pages.ts'
import { slotsOfRegion } from './store.ts'
import { meetingList } from './workbook.ts'

export const meetingRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/meetings', 'region.view', taken),
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

async function taken({ ctx, region }: Call & Seen['region']): Promise<NamedList> {
  const slots = region.isSelected ? await slotsOfRegion(ctx.db, region, ctx.now) : []
  return {
    name: `${region.name}_回と日程`,
    ...meetingList(slots, circlesReadBy(ctx.actor, region).includes('region')),
  }
}
