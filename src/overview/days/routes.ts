import { runs } from '../../access/actor.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { daysPage } from './pages.ts'
import { namesAndDays } from './store.ts'

export const daysRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/days': { may: 'matrix.names', run: show },
}

/** An advisor who serves no region of this year has no business in its days. */
async function show({ ctx, programme }: Call & Seen['programme']): Promise<Reply> {
  const named = await namesAndDays(ctx.db, programme.id)
  const bound = ctx.actor.memberships.some(
    (m) => m.role === 'advisor' && named.regions.some((r) => r.id === m.regionId),
  )
  if (!bound && !runs(ctx.actor, programme)) throw notFound()
  const steps = await stepsOf(ctx.db, [programme.id])
  return page('overview/days/show', daysPage(ctx.actor, programme, steps, named))
}
