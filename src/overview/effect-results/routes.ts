import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { csvOf, type List } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { readOnlyReason } from '../../programme/regions/regions.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { answersTable, followedTable, spentTable } from '../../tools/effects/picture.ts'
import type { ClosingFacts } from '../closing-papers/closing-papers.ts'
import { closingPapersOf } from '../closing-papers/store.ts'
import { effectGaps, effectIn, followedIn, heldWords } from '../effect-papers/paper.ts'
import { effectResultsPage } from './pages.ts'

type Here = Call & Seen['region']

export const effectResultRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/effect': { may: 'paper.view', run: show },
  'GET /regions/:regionId/effect/answers.csv': {
    may: 'paper.view',
    run: (call) => csv(call, '自己評価', (facts) => answersTable(effectIn(facts).rated)),
  },
  'GET /regions/:regionId/effect/indicators.csv': {
    may: 'paper.view',
    run: (call) => csv(call, '指標', (facts) => followedTable(followedIn(facts))),
  },
  'GET /regions/:regionId/effect/minutes.csv': {
    may: 'paper.view',
    run: (call) => csv(call, 'かかった時間', (facts) => spentTable(effectIn(facts).spent)),
  },
}

/** Who may not read the sheet finds nothing here either. */
async function factsFor({ ctx, region }: Here): Promise<ClosingFacts> {
  const facts = (await closingPapersOf(ctx, [region])).get(region.id)
  if (!facts || facts.hidden.has('effect')) throw notFound()
  return facts
}

async function show(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const facts = await factsFor(call)
  const props = effectResultsPage({
    around: regionFrame(ctx.actor, region, 'sheets'),
    regionId: region.id,
    effect: effectIn(facts),
    gaps: effectGaps(facts),
    followed: followedIn(facts),
    heldWords: heldWords(facts),
    writes: readOnlyReason(region) === null && may(ctx.actor, 'effect.write', region),
  })
  const crumbs = regionCrumbs(region, ['効果検証', props.sheet.href], '結果')
  return page('overview/effect-results/show', { ...props, title: `${region.name} ${props.heading}`, crumbs })
}

async function csv(call: Here, what: string, list: (facts: ClosingFacts) => List): Promise<Reply> {
  const bytes = csvOf(list(await factsFor(call)))
  return file({ name: `${call.region.name}_効果検証_${what}.csv`, type: 'text/csv; charset=utf-8', bytes })
}
