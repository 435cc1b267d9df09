import { runs } from '../../access/actor.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { daysPage, PER_PAGE } from './pages.ts'
import { countSupported, liesIn, namesAndDays } from './store.ts'
import { dayList } from './workbook.ts'

type InProgramme = Call & Seen['programme']

export const daysRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/days', 'matrix.names', taken),
  'GET /programmes/:programmeId/days': { may: 'matrix.names', run: show },
}

/** An advisor who serves no region of this year has no business in its days. */
async function askBound({ ctx, programme }: InProgramme): Promise<void> {
  const bound = ctx.actor.memberships.flatMap((m) => (m.role === 'advisor' && m.regionId ? [m.regionId] : []))
  if (!runs(ctx.actor, programme) && !(await liesIn(ctx.db, programme.id, bound))) throw notFound()
}

async function show(call: InProgramme): Promise<Reply> {
  await askBound(call)
  const { ctx, programme, query } = call
  const total = await countSupported(ctx.db, programme.id)
  const at = Math.min(Math.max(Number.parseInt(query.page ?? '', 10) || 1, 1), Math.ceil(total / PER_PAGE) || 1)
  const named = await namesAndDays(ctx.db, programme.id, { limit: PER_PAGE, offset: (at - 1) * PER_PAGE })
  const steps = await stepsOf(ctx.db, [programme.id])
  return page('overview/days/show', daysPage(ctx.actor, programme, steps, { ...named, at, total }))
}

async function taken(call: InProgramme): Promise<NamedList> {
  await askBound(call)
  const { ctx, programme } = call
  const named = await namesAndDays(ctx.db, programme.id, {
    limit: await countSupported(ctx.db, programme.id),
    offset: 0,
  })
  return { name: `${programme.name}_地域と日にち`, ...dayList(await stepsOf(ctx.db, [programme.id]), named) }
}
