import type { RouteTable, Seen } from '../../access/doors.ts'
import { markedText } from '../../papers/privacy/privacy.ts'
import { today, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { causesKind } from '../causes/causes.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { paperAt } from '../papers/store.ts'
import { partnersKind, partnersOf } from '../partners/partners.ts'
import { partnerPaperPage } from './pages.ts'
import { partnerPaper } from './partner-papers.ts'

export const partnerPaperRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/partners/:partnerId/paper': { may: 'region.view', run: show },
}

async function show(call: Call & Seen['region']): Promise<Reply> {
  const { ctx, region } = call
  const at = await paperAt(call, partnersKind)
  const partner = partnersOf(at.head.body).find((row) => row.id === call.params.partnerId)
  if (!partner) throw notFound()
  const model = (await paperAt(call, logicModelKind)).head.body
  const causes = (await paperAt(call, causesKind)).head.body
  const paper = partnerPaper(partner, { model, causes })
  const words = [...paper.vision, ...paper.figures.map((one) => one.text), paper.benefit, ...paper.asks].join('\n')
  const props = partnerPaperPage({
    regionId: region.id,
    regionName: region.name,
    partner,
    paper,
    on: wareki(today(ctx.now)),
    privacy: markedText(words),
  })
  const crumbs = regionCrumbs(region, [at.kind.title, props.backTo], props.heading)
  return page('tools/partner-papers/show', { ...props, title: props.heading, crumbs })
}
