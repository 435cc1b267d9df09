import type { RouteTable } from '../../access/doors.ts'
import { listFile } from '../../platform/office/take-along.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { neverList, yearCharts } from '../year-charts/picture.ts'
import { NEVER, yearsPage } from './pages.ts'
import { yearsData } from './store.ts'
import { yearsOf } from './years.ts'

export const yearsRoutes: RouteTable<'plain'> = {
  'GET /years': { may: 'years.view', run: show },
  'GET /years/:chart.csv': { may: 'years.view', run: csv },
}

const counted = async ({ ctx, query }: Call) => yearsOf(await yearsData(ctx.db, ctx.actor), query)

async function show(call: Call): Promise<Reply> {
  const years = await counted(call)
  return page('overview/years/show', yearsPage(years, yearCharts(years)))
}

async function csv(call: Call): Promise<Reply> {
  const years = await counted(call)
  const { chart = '' } = call.params
  const drawing = yearCharts(years).find(({ id }) => id === chart)
  if (!drawing && chart !== 'never') throw notFound()
  const list = drawing ? { name: drawing.title, ...drawing.table } : { name: NEVER, ...neverList(years) }
  return listFile(list, 'csv', call.ctx.now)
}
