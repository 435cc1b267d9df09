import type { RouteTable } from '../../access/doors.ts'
import { revisionsOf } from '../../papers/revisions/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { page } from '../../platform/web/reply.ts'
import { type At, type Entry, entryOf, ownDraft } from '../entries/actions.ts'
import { withMembers } from '../entry-members/entry-members.ts'
import { entryPrintPage, entryReadPage, type PaperView } from './pages.ts'

/** The sheet as it is read, and as it goes through the house for 決裁. */
export const entryPaperRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/entry/sheet': {
    may: 'entry.view',
    run: async (call) => page('programme/entry-papers/show', entryReadPage(await viewOf(call))),
  },
  'GET /regions/:regionId/entry/print': {
    may: 'entry.view',
    run: async (call) => page('programme/entry-papers/print', entryPrintPage(await printed(call))),
  },
}

async function viewOf(call: Call & At, given?: Entry): Promise<PaperView> {
  const { ctx, region, programme } = call
  const { document, template, head } = given ?? (await entryOf(ctx, call))
  const [last] = document ? await revisionsOf(ctx.db, document.id, { limit: 1 }) : []
  const body = withMembers(region, head.body)
  return { actor: ctx.actor, now: ctx.now, region, programme, template, body, last, draftAt: null }
}

/** Paper for 決裁 shows what its writer sees in the form, and says so. */
async function printed(call: Call & At): Promise<PaperView> {
  const entry = await entryOf(call.ctx, call)
  const open = await ownDraft(call.ctx, entry)
  const view = await viewOf(call, entry)
  return open ? { ...view, body: withMembers(call.region, open.body), draftAt: open.draft.savedAt } : view
}
