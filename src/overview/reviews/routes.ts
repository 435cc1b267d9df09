import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm } from '../../platform/web/forms.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { reviewsPage } from './pages.ts'
import { reviewsAt } from './store.ts'

/** What a WG member reads before a meeting: its regions, read and not yet read. */
export const reviewRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/meetings/:n/reviews': { may: 'review.view', run: list },
}

async function list({ ctx, programme, params }: Call & Seen['programme']): Promise<Reply> {
  const view = await reviewsAt(ctx, programme, params.n ?? '')
  return page('overview/reviews/index', reviewsPage(view, emptyForm()))
}
