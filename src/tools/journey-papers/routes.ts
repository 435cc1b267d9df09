import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { pngOf } from '../../platform/pictures/pictures.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { type Choice, queryOf } from '../journey-choices/journey-choices.ts'
import { chosenRead } from '../journey-choices/store.ts'
import { WIDTHS } from '../journey-pictures/journey-pictures.ts'
import { tableOf } from '../journey-tables/journey-tables.ts'
import { journeyKind } from '../journeys/journeys.ts'
import { drawingOf, sheetsOf } from './paper.ts'

type Here = Call & Seen['region']

export const journeyPaperRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/journey-pictures/picture.svg': { may: 'paper.view', run: svg },
  'GET /regions/:regionId/journey-pictures/picture.png': { may: 'paper.view', run: png },
  'GET /regions/:regionId/journey-pictures/print': { may: 'paper.view', run: print },
}

/** What is asked for, where there is anything to draw. */
async function asked(call: Here) {
  const { choice } = await chosenRead(call, call.query)
  if (choice.cases.length === 0) throw notFound()
  return aboutOf(call, choice)
}

const aboutOf = ({ region, ctx }: Here, choice: Choice) => ({ regionName: region.name, choice, today: today(ctx.now) })

async function svg(call: Here): Promise<Reply> {
  const { svg: drawing } = drawingOf(await asked(call), WIDTHS.a4)
  return file({ name: `${call.region.name}_経過図.svg`, type: 'image/svg+xml', bytes: Buffer.from(drawing) })
}

async function png(call: Here): Promise<Reply> {
  const bytes = await pngOf(drawingOf(await asked(call), WIDTHS.a4))
  return file({ name: `${call.region.name}_経過図.png`, type: 'image/png', bytes })
}

async function print(call: Here): Promise<Reply> {
  const about = await asked(call)
  const { region, query } = call
  const paper = query.paper === 'a3' ? 'a3' : 'a4'
  const chosen = queryOf(about.choice)
  const here = `${paths.journeyPrint(region.id)}${chosen}`
  const heading = `${region.name}　経過図`
  const props = {
    ...({ heading, paper, sheets: sheetsOf(about, paper), tables: about.choice.cases.map(tableOf) } as const),
    other: paper === 'a3' ? { label: 'A4横にする', href: here } : { label: 'A3横にする', href: `${here}&paper=a3` },
    backTo: `${paths.journeys(region.id)}${chosen}`,
  }
  const crumbs = regionCrumbs(region, [journeyKind.title, props.backTo], '印刷')
  return page('tools/journey-papers/print', { ...props, title: heading, crumbs })
}
