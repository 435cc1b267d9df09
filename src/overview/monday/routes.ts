import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { type Gap, gapsOf, warnsFrom } from '../annual-gaps/annual-gaps.ts'
import { yearFactsOf } from '../annual-reports/store.ts'
import { jointDutiesOf } from '../joint-todos/store.ts'
import { programmeMeetings, seenSituations } from '../matrix/store.ts'
import { officeRounds, stuckLetters } from '../round-todos/store.ts'
import { type Group, mondayGroups } from './monday.ts'
import { mondayPage } from './pages.ts'
import { mondayList } from './workbook.ts'

type InProgramme = Call & Seen['programme']

export const mondayRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/monday', 'matrix.view', taken),
  'GET /programmes/:programmeId/monday': { may: 'matrix.view', run: show },
}

/** From December on: what would be discovered in March otherwise. */
async function reportGaps({ ctx, programme }: InProgramme): Promise<Gap[]> {
  if (today(ctx.now) < warnsFrom(programme.fiscalYear) || !may(ctx.actor, 'annual.write', programme)) return []
  return gapsOf(await yearFactsOf(ctx, programme))
}

async function groupsOf(call: InProgramme): Promise<Group[]> {
  const { ctx, programme } = call
  const situations = await seenSituations(ctx, programme.id)
  const [round] = await officeRounds(ctx.db, [{ programme, situations }], ctx.now)
  const letters = await stuckLetters(ctx.db, [programme.id], ctx.now)
  const gaps = await reportGaps(call)
  const year = await programmeMeetings(ctx.db, [programme.id])
  const joint = await jointDutiesOf(ctx.db, situations, { year, now: ctx.now })
  return round ? mondayGroups(round, { letters, gaps, joint }, ctx.now) : []
}

async function show(call: InProgramme): Promise<Reply> {
  const { programme, query, ctx } = call
  return page('overview/monday/show', mondayPage(programme, await groupsOf(call), { open: query.group, now: ctx.now }))
}

async function taken(call: InProgramme): Promise<NamedList> {
  return { name: `${call.programme.name}_月曜日の一覧`, ...mondayList(await groupsOf(call)) }
}
