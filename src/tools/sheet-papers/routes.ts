import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { lastRevision } from '../papers/store.ts'
import { ownDraft, sheetAt } from '../sheets/store.ts'
import { sheetPrintPage } from './pages.ts'

export const sheetPaperRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/sheets/:ref/print': { may: 'paper.view', run: print },
}

/** Paper shows what its writer sees in the form, and says so. */
async function print(call: Call & Seen['region']): Promise<Reply> {
  const { ctx, region, programme } = call
  const at = await sheetAt(call)
  const open = at.closed === null && !at.removed ? await ownDraft(ctx, at) : null
  const last = await lastRevision(ctx.db, at.document)
  const body = open?.body ?? at.head.body
  const props = sheetPrintPage({
    now: ctx.now,
    region,
    programme,
    at,
    body,
    last,
    draftAt: open?.draft.savedAt ?? null,
  })
  const trail = ['シート', paths.sheets(region.id)] as [string, string]
  const crumbs = regionCrumbs(region, trail, [props.heading, props.backTo], '印刷')
  return page('tools/sheet-papers/print', { ...props, title: `${props.heading}（印刷用）`, crumbs })
}
