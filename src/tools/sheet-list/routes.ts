import type { RouteTable } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { page } from '../../platform/web/reply.ts'
import { readOnlyReason } from '../../programme/regions/regions.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { sheetListPage } from './pages.ts'
import { sheetsOf } from './store.ts'

export const sheetListRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/sheets': {
    may: 'paper.view',
    run: async (call) => {
      const { ctx, region } = call
      const mayWrite = may(ctx.actor, 'paper.write', region) && !readOnlyReason(region)
      const found = await sheetsOf(call)
      const around = regionFrame(ctx.actor, region, 'sheets')
      const props = sheetListPage({ regionId: region.id, personId: ctx.actor.personId, ...found, mayWrite })
      return page('tools/sheet-list/index', {
        ...props,
        around,
        title: 'シート',
        crumbs: regionCrumbs(region, 'シート'),
      })
    },
  },
}
