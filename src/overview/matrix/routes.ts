import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { filterOf } from './matrix.ts'
import { matrixPage, namesPage, seesStates } from './pages.ts'
import { namesAndDays, programmeMeetings, supportedSituations } from './store.ts'

type InProgramme = Call & Seen['programme']

export const matrixRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/matrix': { may: 'matrix.names', run: show },
}

async function show(call: InProgramme): Promise<Reply> {
  const { ctx, programme, query } = call
  if (!seesStates(ctx.actor, programme)) return showNames(call)
  const steps = await stepsOf(ctx.db, [programme.id])
  const situations = await supportedSituations(ctx, programme.id)
  const yearMeetings = await programmeMeetings(ctx.db, [programme.id])
  const asked = { filter: filterOf(query.filter), page: Number.parseInt(query.page ?? '', 10) || 1 }
  return page(
    'overview/matrix/show',
    matrixPage({ programme, steps, situations, yearMeetings, ...asked, now: ctx.now }),
  )
}

/** An advisor who serves no region of this year has no business in its table. */
async function showNames({ ctx, programme }: InProgramme): Promise<Reply> {
  const named = await namesAndDays(ctx.db, programme.id)
  const serves = ctx.actor.memberships.some(
    (m) => m.role === 'advisor' && named.regions.some((r) => r.id === m.regionId),
  )
  if (!serves) throw notFound()
  const steps = await stepsOf(ctx.db, [programme.id])
  return page('overview/matrix/names', namesPage(ctx.actor, programme, steps, named))
}
