import { CIRCLE_READERS } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { addRows } from '../journey-edits/actions.ts'
import { journeyAt } from '../journey-edits/store.ts'
import { journeyKind } from '../journeys/journeys.ts'
import { titleOf } from '../papers/papers.ts'
import { readPasted } from './body.ts'
import { MODES, pasteForm } from './forms.ts'
import type { PasteFault } from './journey-pastes.ts'

type Here = Call & Seen['region']

export const journeyPasteRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/journeys/:part/paste': { may: 'paper.write', run: (call) => show(call) },
  'POST /regions/:regionId/journeys/:part/paste': { may: 'paper.write', run: paste },
}

async function show(call: Here, given?: { form: FormState; faults: PasteFault[] }): Promise<Reply> {
  const { ctx, region } = call
  const at = await journeyAt(call)
  if (at.closed) throw new Problem('forbidden', at.closed)
  const heading = `${titleOf(at)}に表を貼りつける`
  const backTo = paths.journey(region.id, at.part)
  const props = {
    ...{ around: regionFrame(ctx.actor, region, 'journeys'), heading, backTo },
    saveTo: paths.journeyPaste(region.id, at.part),
    modes: rowsIn(at.head.body, 'rows').length > 0 ? MODES : null,
    readers: CIRCLE_READERS[at.circle],
    faults: given?.faults ?? [],
    form: given?.form ?? emptyForm({ mode: 'add' }),
  }
  const crumbs = regionCrumbs(region, [journeyKind.title, paths.journeys(region.id)], [titleOf(at), backTo], '貼りつけ')
  return page('tools/journey-pastes/show', { ...props, title: heading, crumbs }, given ? 422 : 200)
}

/** Either all rows come in or none: the pasted text stays in the box beside what is to be put right. */
async function paste(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const at = await journeyAt(call)
  const input = readForm(pasteForm, call.body)
  if (!input.ok) return show(call, { form: input.form, faults: [] })
  const { rows, notes, faults } = readPasted(String([call.body.pasted ?? ''].flat().at(-1)))
  if (faults.length > 0) {
    const message = `貼りつけた表に、直すところが${faults.length}か所あります`
    return show(call, { form: withError(input.form, 'pasted', message), faults })
  }
  const saved = await addRows(ctx, region, at, { rows, isInstead: input.data.mode === 'instead' })
  if (saved.kind === 'clash') throw new Problem('conflict', 'ほかの人が書いています。もう一度お試しください')
  return redirect(
    paths.journey(region.id, at.part),
    [`${rows.length}行を読みこみました`, ...notes].slice(0, 4).join('。'),
  )
}
