import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { filterOf, passes } from './matrix.ts'
import { matrixPage } from './pages.ts'
import { programmeMeetings, supportedSituations } from './store.ts'
import { matrixList } from './workbook.ts'

type InProgramme = Call & Seen['programme']

export const matrixRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/matrix', 'matrix.view', taken),
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

async function taken({ ctx, programme, query }: InProgramme): Promise<NamedList> {
  const { now } = ctx
  const found = (await supportedSituations(ctx, programme.id)).filter((s) => passes[filterOf(query.filter)](s, now))
  return { name: `${programme.name}_地域と回`, ...matrixList(await stepsOf(ctx.db, [programme.id]), found, now) }
}
