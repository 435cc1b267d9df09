import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../sections/sections.ts'
import { teamOf } from '../teams/store.ts'
import { inForceOn } from '../teams/teams.ts'
import { readersPage } from './pages.ts'

export const readerRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/circles': { may: 'region.view', run: show },
}

async function show({ ctx, region }: Call & Seen['region']): Promise<Reply> {
  const on = today(ctx.now)
  const team = region.isSample ? [] : (await teamOf(ctx.db, region)).filter((m) => inForceOn(m, on))
  const crumbs = regionCrumbs(region, ['メンバー', paths.regionMembers(region.id)], 'だれが何を読むか')
  return page('programme/readers/show', { ...readersPage(ctx.actor, region, team), title: 'だれが何を読むか', crumbs })
}
