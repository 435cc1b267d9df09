import { circlesReadBy } from '../../access/circles.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { happeningsOf } from '../../people/history/store.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { historyPage, PER_PAGE } from './pages.ts'
import { countHappenings } from './store.ts'
import { historyList } from './workbook.ts'

export const regionHistoryRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/history', 'region.view', taken),
  'GET /regions/:regionId/history': { may: 'region.view', run: show },
}

async function show({ ctx, region, query }: Call & Seen['region']): Promise<Reply> {
  const { db, actor } = ctx
  const asked = Math.max(1, Math.min(10_000, Math.floor(Number(query.page)) || 1))
  const circles = circlesReadBy(actor, region)
  const happenings = await happeningsOf(db, region.id, { circles, limit: PER_PAGE, offset: (asked - 1) * PER_PAGE })
  const total = await countHappenings(db, region.id, circles)
  const props = historyPage({ actor, region, happenings, total, page: asked })
  return page('overview/region-history/index', {
    ...props,
    title: `${region.name} 履歴`,
    crumbs: regionCrumbs(region, '履歴'),
  })
}

async function taken({ ctx, region }: Call & Seen['region']): Promise<NamedList> {
  const circles = circlesReadBy(ctx.actor, region)
  const limit = await countHappenings(ctx.db, region.id, circles)
  return { name: `${region.name}_履歴`, ...historyList(await happeningsOf(ctx.db, region.id, { circles, limit })) }
}
