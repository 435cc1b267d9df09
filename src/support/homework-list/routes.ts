import { type Circle, circlesReadBy } from '../../access/circles.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { isDone, isHomework } from '../promises/promises.ts'
import { promisesOfRegions } from '../promises/store.ts'
import { homeworkListPage } from './pages.ts'
import { homeworkList } from './workbook.ts'

type ProgrammeCall = Call & Seen['programme']

export const homeworkListRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/homework', 'homework.list', taken),
  'GET /programmes/:programmeId/homework': { may: 'homework.list', run: show },
}

/** Every region its reader sees, each in the circles they read there; the late ones first. */
async function homeworkRead({ ctx, programme }: ProgrammeCall) {
  const query = regionsSeenBy(ctx.db, ctx.actor)
  const regions = await fetchRegions(ctx.db, query.where('regions.programmeId', '=', programme.id).orderBy('sortCode'))
  const circles = new Map(regions.map((r) => [r.id, circlesReadBy(ctx.actor, r)]))
  const all = [...new Set([...circles.values()].flat())] as Circle[]
  const promises = await promisesOfRegions(ctx.db, [...circles.keys()], all)
  const homework = promises.filter(
    (p) => isHomework(p) && !isDone(p) && (circles.get(p.regionId) ?? []).includes(p.circle),
  )
  return { regions, homework }
}

async function show(call: ProgrammeCall): Promise<Reply> {
  const { programme, ctx } = call
  const props = homeworkListPage({ programme, ...(await homeworkRead(call)), now: ctx.now })
  return page('support/homework-list/index', props)
}

async function taken(call: ProgrammeCall): Promise<NamedList> {
  const { regions, homework } = await homeworkRead(call)
  const names = new Map(regions.map(({ id, name }) => [id, name]))
  return { name: `${call.programme.name}_宿題の一覧`, ...homeworkList(homework, names, call.ctx.now) }
}
