import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { filterOf } from './matrix.ts'
import { matrixPage } from './pages.ts'
import { programmeMeetings, supportedSituations } from './store.ts'

type InProgramme = Call & Seen['programme']

export const matrixRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/matrix': { may: 'matrix.view', run: show },
}

async function show({ ctx, programme, query }: InProgramme): Promise<Reply> {
  const steps = await stepsOf(ctx.db, [programme.id])
  const situations = await supportedSituations(ctx, programme.id)
  const yearMeetings = await programmeMeetings(ctx.db, [programme.id])
  const asked = { filter: filterOf(query.filter), page: Number.parseInt(query.page ?? '', 10) || 1 }
  return page(
    'overview/matrix/show',
    matrixPage({ programme, steps, situations, yearMeetings, ...asked, now: ctx.now }),
  )
}
