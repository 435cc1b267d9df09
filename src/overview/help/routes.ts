import type { RouteTable } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { programmesOf } from '../../programme/programmes/store.ts'
import { isRole } from './help.ts'
import { contactPage, helpPage, roleHelpPage } from './pages.ts'

export const helpRoutes: RouteTable<'plain'> = {
  'GET /help': { may: 'public', run: async (call) => page('overview/help/index', helpPage(call.ctx.actor)) },
  'GET /help/contact': { may: 'public', run: contact },
  'GET /help/:role': { may: 'public', run: showRole },
}

async function contact({ ctx }: Call): Promise<Reply> {
  return page('overview/help/contact', contactPage(ctx.actor, await programmesOf(ctx.db, ctx.actor)))
}

async function showRole({ ctx, params }: Call): Promise<Reply> {
  const role = params.role ?? ''
  if (!isRole(role)) throw notFound()
  return page('overview/help/role', roleHelpPage(ctx.actor, role))
}
