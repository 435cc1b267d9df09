import type { RouteTable } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { programmesOf } from '../../programme/programmes/store.ts'
import { homePage } from './pages.ts'
import { homeFacts } from './store.ts'

export const homeRoutes: RouteTable<'plain'> = {
  'GET /': { may: 'home.view', run: show },
}

async function show({ ctx, query }: Call): Promise<Reply> {
  const programmes = await programmesOf(ctx.db, ctx.actor)
  const facts = await homeFacts(ctx, programmes)
  const { actor, now } = ctx
  return page('overview/home/show', homePage({ actor, facts, programmes, showAll: query.todos === 'all', now }))
}
