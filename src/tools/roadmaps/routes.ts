import { circlesReadBy } from '../../access/circles.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { closingTemplate } from '../../papers/templates/closing.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { monthOf } from '../journey-months/journey-months.ts'
import { papersOfRegion } from '../papers/store.ts'
import { type Asked, roadmapPage } from './pages.ts'
import { type Deed, deedsOf, LENGTHS, STEPS, type Step } from './roadmaps.ts'
import { roadmapList } from './workbook.ts'

export const roadmapRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/roadmap', 'paper.view', taken),
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

async function deedsRead({ ctx, region }: Call & Seen['region']): Promise<Deed[]> {
  const circles = circlesReadBy(ctx.actor, region)
  const papers = (await papersOfRegion(ctx.db, region.id)).filter(({ document }) => circles.includes(document.circle))
  const body = (kind: string) => papers.find(({ document }) => document.kind === kind)?.head.body ?? {}
  const forum = circles.includes('town') ? body('forum') : null
  return deedsOf({ closing: body(closingTemplate.key), model: body('logic_model'), forum })
}

async function show(call: Call & Seen['region']): Promise<Reply> {
  const { ctx, region, query } = call
  const [year = 0, month = 1] = today(ctx.now).split('-').map(Number)
  const props = roadmapPage({
    around: regionFrame(ctx.actor, region, 'roadmap'),
    regionId: region.id,
    deeds: await deedsRead(call),
    now: monthOf(year, month),
    asked: askedIn(query),
  })
  return page('tools/roadmaps/show', {
    ...props,
    title: `${region.name} ${props.heading}`,
    crumbs: regionCrumbs(region, props.heading),
  })
}

async function taken(call: Call & Seen['region']): Promise<NamedList> {
  return { name: `${call.region.name}_ロードマップ`, ...roadmapList(await deedsRead(call)) }
}
