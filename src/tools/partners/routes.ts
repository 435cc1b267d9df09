import type { RouteTable } from '../../access/doors.ts'
import { page } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { asksOn } from '../paper-questions/store.ts'
import { readPaper } from '../papers/actions.ts'
import { paperAt } from '../papers/store.ts'
import { partnersPage } from './pages.ts'
import { partnersKind, partnersOf } from './partners.ts'

export const partnerRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/partners': {
    may: 'region.view',
    run: async (call) => {
      const { ctx, region } = call
      const at = await paperAt(call, partnersKind)
      await readPaper(ctx, at)
      const rows = partnersOf(at.head.body)
      const props = partnersPage(at, {
        regionId: region.id,
        rows,
        around: regionFrame(ctx.actor, region, 'partners'),
        questions: await asksOn(call, at),
      })
      const crumbs = regionCrumbs(region, props.heading)
      return page('tools/partners/index', { ...props, title: props.heading, crumbs })
    },
  },
}
