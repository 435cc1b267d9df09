import type { RouteTable, Seen } from '../../access/doors.ts'
import { listFile } from '../../platform/office/take-along.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { dashboardCharts } from '../dashboard-charts/picture.ts'
import { dashboardPage } from './pages.ts'
import { workOf } from './store.ts'

type InProgramme = Call & Seen['programme']

export const dashboardRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/dashboard': { may: 'dashboard.view', run: show },
  'GET /programmes/:programmeId/dashboard/:chart.csv': { may: 'dashboard.view', run: csv },
}

async function show({ ctx, programme }: InProgramme): Promise<Reply> {
  const work = await workOf(ctx, programme.id)
  const drawings = dashboardCharts(work)
  return page('overview/dashboards/show', dashboardPage({ actor: ctx.actor, programme, work, drawings }))
}

/** Just the table under the chart. */
async function csv({ ctx, programme, params }: InProgramme): Promise<Reply> {
  const drawing = dashboardCharts(await workOf(ctx, programme.id)).find(({ id }) => id === params.chart)
  if (!drawing) throw notFound()
  return listFile({ name: `${programme.name}_${drawing.title}`, ...drawing.table }, 'csv', ctx.now)
}
