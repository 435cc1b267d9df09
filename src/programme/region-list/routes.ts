import { type RouteTable, tableDoors } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { everyRow } from '../../platform/office/take-along.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { PER_PAGE, regionsPage } from './pages.ts'
import { findRegions } from './store.ts'
import { regionList } from './workbook.ts'

export const regionListRoutes: RouteTable<'plain'> = {
  ...tableDoors<'plain'>('/regions', 'region.list', taken),
  'GET /regions': { may: 'region.list', run: list },
}

async function list({ ctx, query }: Call): Promise<Reply> {
  const q = (query.q ?? '').trim().slice(0, 100)
  const asked = Math.max(1, Math.min(10_000, Math.floor(Number(query.page)) || 1))
  const found = await findRegions(ctx.db, ctx.actor, { q, limit: PER_PAGE, offset: (asked - 1) * PER_PAGE })
  const props = regionsPage(found, { q, page: asked, yearsHref: may(ctx.actor, 'years.view') ? paths.years : null })
  return page('programme/region-list/index', {
    ...props,
    title: '地域',
    crumbs: [{ label: 'ホーム', href: paths.home }, { label: '地域' }],
  })
}

/** Two thousand at a time: a large folder holds many more. */
async function taken({ ctx, query }: Call): Promise<NamedList> {
  const q = (query.q ?? '').trim().slice(0, 100)
  const rows = await everyRow((part) => findRegions(ctx.db, ctx.actor, { q, ...part }), 2_000)
  return { name: '地域の一覧', ...regionList(rows) }
}
