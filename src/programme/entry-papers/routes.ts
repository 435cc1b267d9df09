import type { RouteTable } from '../../access/doors.ts'
import { revisionsOf } from '../../papers/revisions/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { page } from '../../platform/web/reply.ts'
import { type At, entryOf } from '../entries/actions.ts'
import { entryPrintPage, entryReadPage, type PaperView } from './pages.ts'

/** The sheet as it is read, and as it goes through the house for 決裁. */
export const entryPaperRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/entry/sheet': {
    may: 'entry.view',
    run: async (call) => page('programme/entry-papers/show', entryReadPage(await viewOf(call))),
  },
  'GET /regions/:regionId/entry/print': {
    may: 'entry.view',
    run: async (call) => page('programme/entry-papers/print', entryPrintPage(await viewOf(call))),
  },
}

async function viewOf({ ctx, region, programme }: Call & At): Promise<PaperView> {
  const { document, template, head } = await entryOf(ctx, { region, programme })
  const [last] = document ? await revisionsOf(ctx.db, document.id, { limit: 1 }) : []
  return { actor: ctx.actor, now: ctx.now, region, programme, template, body: head.body, last }
}
