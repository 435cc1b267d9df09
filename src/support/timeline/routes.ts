import { circlesReadBy } from '../../access/circles.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { handInsOfPromises } from '../homework/store.ts'
import { slotsOfRegion } from '../meetings/store.ts'
import { promisesOfRegion } from '../promises/store.ts'
import { timelinePage } from './pages.ts'
import { type TimelineDay, timelineOf } from './timeline.ts'
import { timelineList } from './workbook.ts'

type RegionCall = Call & Seen['region']

export const timelineRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/timeline', 'region.view', taken),
  'GET /regions/:regionId/timeline': { may: 'region.view', run: show },
}

async function daysRead({ ctx, region }: RegionCall): Promise<TimelineDay[]> {
  const promises = await promisesOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
  const handIns = await handInsOfPromises(
    ctx.db,
    promises.filter((p) => p.homeworkWhy !== null).map(({ id }) => id),
  )
  const slots = await slotsOfRegion(ctx.db, region, ctx.now)
  const course = { regionId: region.id, importedAt: region.importedAt, slots, promises, handIns }
  return timelineOf(course, ctx.now)
}

async function show(call: RegionCall): Promise<Reply> {
  const { ctx, region } = call
  const props = timelinePage(ctx.actor, region, await daysRead(call))
  const crumbs = regionCrumbs(region, '日ごとの経過')
  return page('support/timeline/show', { ...props, title: `${region.name} 日ごとの経過`, crumbs })
}

async function taken(call: RegionCall): Promise<NamedList> {
  return {
    name: `${call.region.name}_日ごとの経過`,
    ...timelineList((await daysRead(call)).flatMap(({ rows }) => rows)),
  }
}
