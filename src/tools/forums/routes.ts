import type { RouteTable } from '../../access/doors.ts'
import { page } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { asksOn } from '../paper-questions/store.ts'
import { readPaper } from '../papers/actions.ts'
import { paperAt } from '../papers/store.ts'
import { forumKind } from './forums.ts'
import { forumsPage } from './pages.ts'

export const forumRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/forum': {
    may: 'region.view',
    run: async (call) => {
      const { ctx, region } = call
      const at = await paperAt(call, forumKind)
      await readPaper(ctx, at)
      const props = forumsPage(at, {
        regionId: region.id,
        around: regionFrame(ctx.actor, region, 'forum'),
        questions: await asksOn(call, at),
      })
      const crumbs = regionCrumbs(region, props.heading)
      return page('tools/forums/index', { ...props, title: props.heading, crumbs })
    },
  },
}
