import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { DOCX, writePaper } from '../../platform/docx/docx.ts'
import { writePdf } from '../../platform/pdf/pdf.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import type { ClosingFacts } from '../closing-papers/closing-papers.ts'
import { closingPapersOf } from '../closing-papers/store.ts'
import { fileName, partOf, readBy } from './finished-papers.ts'
import { finishedPapersPage } from './pages.ts'

type Here = Call & Seen['region']

/** できあがりの書類: what came of the support as Word and PDF, each with what it still lacks. */
export const finishedPaperRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/finished-papers': { may: 'paper.view', run: list },
  'GET /regions/:regionId/finished-papers/:paper.docx': { may: 'paper.view', run: (call) => take(call, 'docx') },
  'GET /regions/:regionId/finished-papers/:paper.pdf': { may: 'paper.view', run: (call) => take(call, 'pdf') },
}

async function factsFor({ ctx, region }: Here): Promise<ClosingFacts> {
  const facts = (await closingPapersOf(ctx, [region])).get(region.id)
  if (!facts) throw notFound()
  return facts
}

/** 協議の場の計画 is 市町村の内輪: it stands in the roadmap of those who read it. */
const isInside = ({ ctx, region }: Here): boolean => circlesReadBy(ctx.actor, region).includes('town')

async function list(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const around = regionFrame(ctx.actor, region, 'finished')
  const props = finishedPapersPage(await factsFor(call), around, isInside(call))
  const crumbs = regionCrumbs(region, props.heading)
  return page('overview/finished-papers/index', { ...props, title: `${region.name} ${props.heading}`, crumbs })
}

async function take(call: Here, ending: 'docx' | 'pdf'): Promise<Reply> {
  const facts = await factsFor(call)
  const found = readBy(facts).find(({ key }) => key === call.params.paper)
  if (!found) throw notFound()
  const name = fileName(facts, found, ending)
  const inside = isInside(call)
  if (ending === 'docx') return file({ name, type: DOCX, bytes: await writePaper(found.paper(facts, inside)) })
  const title = `${call.region.name} ${found.title}`
  const bytes = await writePdf({ title, parts: [partOf(found, facts, inside)] })
  return file({ name, type: 'application/pdf', bytes })
}
