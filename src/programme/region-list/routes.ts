import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { PER_PAGE, regionsPage } from './pages.ts'
import { findRegions } from './store.ts'

export const regionListRoutes: RouteTable<'plain'> = {
  'GET /regions': { may: 'region.list', run: list },
}

async function list({ ctx, query }: Call): Promise<Reply> {
  const q = (query.q ?? '').trim().slice(0, 100)
  const asked = Math.max(1, Math.min(10_000, Math.floor(Number(query.page)) || 1))
  const found = await findRegions(ctx.db, ctx.actor, { q, limit: PER_PAGE, offset: (asked - 1) * PER_PAGE })
  const props = regionsPage(found, { q, page: asked })
  return page('programme/region-list/index', {
    ...props,
    title: '地域',
    crumbs: [{ label: 'ホーム', href: paths.home }, { label: '地域' }],
  })
}
