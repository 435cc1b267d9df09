import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { closingTemplate } from '../../papers/templates/closing.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { monthOf } from '../journey-months/journey-months.ts'
import { papersOfRegion } from '../papers/store.ts'
import { type Asked, roadmapPage } from './pages.ts'
import { deedsOf, LENGTHS, STEPS, type Step } from './roadmaps.ts'

export const roadmapRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/roadmap': { may: 'paper.view', run: show },
}

function askedIn(query: Record<string, string>): Asked {
  const length = Number(query.length)
  const step = query.step ?? ''
  return {
    length: (LENGTHS as readonly number[]).includes(length) ? length : 12,
    step: Object.hasOwn(STEPS, step) ? (step as Step) : 'month',
  }
}

async function show(call: Call & Seen['region']): Promise<Reply> {
  const { ctx, region, query } = call
  const circles = circlesReadBy(ctx.actor, region)
  const papers = (await papersOfRegion(ctx.db, region.id)).filter(({ document }) => circles.includes(document.circle))
  const body = (kind: string) => papers.find(({ document }) => document.kind === kind)?.head.body ?? {}
  const forum = circles.includes('town') ? body('forum') : null
  const [year = 0, month = 1] = today(ctx.now).split('-').map(Number)
  const props = roadmapPage({
    around: regionFrame(ctx.actor, region, 'roadmap'),
    regionId: region.id,
    deeds: deedsOf({ closing: body(closingTemplate.key), model: body('logic_model'), forum }),
    now: monthOf(year, month),
    asked: askedIn(query),
  })
  return page('tools/roadmaps/show', {
    ...props,
    title: `${region.name} ${props.heading}`,
    crumbs: regionCrumbs(region, props.heading),
  })
}
