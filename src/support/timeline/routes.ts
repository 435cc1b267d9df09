import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { handInsOfPromises } from '../homework/store.ts'
import { slotsOfRegion } from '../meetings/store.ts'
import { promisesOfRegion } from '../promises/store.ts'
import { timelinePage } from './pages.ts'
import { timelineOf } from './timeline.ts'

type RegionCall = Call & Seen['region']

export const timelineRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/timeline': { may: 'region.view', run: show },
}

async function show({ ctx, region }: RegionCall): Promise<Reply> {
  const promises = await promisesOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
  const handIns = await handInsOfPromises(
    ctx.db,
    promises.filter((p) => p.homeworkWhy !== null).map(({ id }) => id),
  )
  const slots = await slotsOfRegion(ctx.db, region, ctx.now)
  const course = { regionId: region.id, importedAt: region.importedAt, slots, promises, handIns }
  const props = timelinePage(ctx.actor, region, timelineOf(course, ctx.now))
  const crumbs = regionCrumbs(region, '日ごとの経過')
  return page('support/timeline/show', { ...props, title: `${region.name} 日ごとの経過`, crumbs })
}
