import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { seenSituations } from '../matrix/store.ts'
import { officeRounds, stuckLetters } from '../round-todos/store.ts'
import { mondayGroups } from './monday.ts'
import { mondayPage } from './pages.ts'

export const mondayRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/monday': { may: 'matrix.view', run: show },
}

async function show({ ctx, programme, query }: Call & Seen['programme']): Promise<Reply> {
  const situations = await seenSituations(ctx, programme.id)
  const [round] = await officeRounds(ctx.db, [{ programme, situations }], ctx.now)
  const letters = await stuckLetters(ctx.db, [programme.id], ctx.now)
  const groups = round ? mondayGroups(round, letters, ctx.now) : []
  return page('overview/monday/show', mondayPage(programme, groups, { open: query.group, now: ctx.now }))
}
