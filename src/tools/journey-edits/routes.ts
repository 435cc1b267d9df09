import type { RouteTable, Seen } from '../../access/doors.ts'
import { afterRowDeed, rowDeed } from '../../papers/row-deeds/row-deeds.ts'
import { type Body, textIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { newId } from '../../platform/db/ids.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { drawingOf } from '../journey-papers/paper.ts'
import { readPasted } from '../journey-pastes/body.ts'
import { caseOf, journeyKind } from '../journeys/journeys.ts'
import { answersIn, baseIn } from '../papers/forms.ts'
import { paperClash } from '../papers/routes.ts'
import { closedReason } from '../papers/store.ts'
import { addJourney, putJourneyBack, removeJourney, saveJourney } from './actions.ts'
import { hintsOf, inTime, journeyFrom } from './journey-edits.ts'
import { journeyEditPage, journeyNewPage } from './pages.ts'
import { type JourneyAt, journeyAt } from './store.ts'

type Here = Call & Seen['region']

export const journeyEditRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/journeys/new': { may: 'paper.write', run: (call) => blank(call) },
  'POST /regions/:regionId/journeys': { may: 'paper.write', run: create },
  'GET /regions/:regionId/journeys/:part': {
    may: 'paper.view',
    run: async (call) => show(call, await journeyAt(call)),
  },
  'POST /regions/:regionId/journeys/:part': { may: 'paper.write', run: save },
  'POST /regions/:regionId/journeys/:part/removal': { may: 'paper.write', run: remove },
  'POST /regions/:regionId/journeys/:part/restoration': { may: 'paper.write', run: putBack },
}

async function blank(call: Here, given: { body: Body; faults: { line: number; message: string }[] } | null = null) {
  const { region, ctx } = call
  const closed = closedReason(ctx, region, journeyKind)
  if (closed) throw new Problem('forbidden', closed)
  const { body, faults } = given ?? { body: {}, faults: [] }
  const errors = {
    ...(given &&
      textIn(body, 'title') === '' && { title: 'どんな人の経過かを書いてください（例：退院のあと急に弱った人）' }),
    ...(faults.length > 0 && { pasted: `貼りつけた表に、直すところが${faults.length}か所あります` }),
  }
  const props = journeyNewPage({ actor: ctx.actor, region }, { body, faults, form: { values: call.body, errors } })
  const crumbs = regionCrumbs(region, [journeyKind.title, paths.journeys(region.id)], '足す')
  return page('tools/journey-edits/new', { ...props, title: '経過図を足す', crumbs }, given ? 422 : 200)
}

async function create(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const body = journeyFrom(call.body)
  const typed = String([call.body.pasted ?? ''].flat().at(-1))
  const read = typed.trim() === '' ? { rows: [], notes: [], faults: [] } : readPasted(typed)
  if (textIn(body, 'title') === '' || read.faults.length > 0) return blank(call, { body, faults: read.faults })
  const rows = read.rows.map((row) => ({ ...row, id: newId() }))
  const part = await addJourney(ctx, region, { ...body, rows }, rows.length > 0 ? '表の貼りつけ' : '')
  const words =
    rows.length > 0
      ? [`${rows.length}行の経過図を足しました`, ...read.notes]
      : ['経過図を足しました。行を書いてください']
  return redirect(paths.journey(region.id, part), words.slice(0, 3).join('。'))
}

interface Unsaved {
  body: Body
  base: number
  spareRows: number
}

async function show(call: Here, at: JourneyAt, unsaved?: Unsaved): Promise<Reply> {
  const { ctx, region } = call
  const body = unsaved?.body ?? at.head.body
  const one = caseOf({ part: at.part, body }, at.place)
  const choice = { cases: [one], axis: 'calendar' as const, counting: { word: '', months: 12 }, isTooMany: false }
  const { svg } = drawingOf({ regionName: region.name, choice, today: today(ctx.now) })
  const { base, spareRows } = unsaved ?? { base: at.head.number, spareRows: 1 }
  const view = { actor: ctx.actor, region, at, body, base, spareRows, svg, isUnsaved: unsaved !== undefined }
  const crumbs = regionCrumbs(region, [journeyKind.title, paths.journeys(region.id)], one.title)
  return page('tools/journey-edits/show', { ...journeyEditPage(view), title: `${one.title} 経過図`, crumbs })
}

async function save(call: Here): Promise<Reply> {
  const { ctx, region, body: posted } = call
  const at = await journeyAt(call)
  const body = journeyFrom(posted, at.head.body)
  const base = baseIn(posted) ?? at.head.number
  const deed = rowDeed(posted)
  if (deed) return show(call, at, { body: afterRowDeed(body, deed), base, spareRows: 1 })
  if (posted.more !== undefined) return show(call, at, { body, base, spareRows: 4 })
  if (posted.sort !== undefined) return show(call, at, { body: inTime(body), base, spareRows: 1 })
  const saved = await saveJourney(ctx, region, at, { fields: body, base, ...answersIn(posted) })
  const home = paths.journey(region.id, at.part)
  if (saved.kind === 'clash') return paperClash(call, at, { saved, saveTo: call.url, backTo: home })
  const hints = hintsOf(body).length
  const words = saved.changes.length === 0 ? '変わったところはありません' : `保存しました（第${saved.number}版）`
  return redirect(home, hints > 0 ? `${words}。個人が分かりそうな言葉が${hints}か所あります` : words)
}

async function remove(call: Here): Promise<Reply> {
  const at = await journeyAt(call)
  await removeJourney(call.ctx, call.region, at)
  return redirect(paths.journeys(call.region.id), '経過図を消しました。30日のあいだ、いちばん下から戻せます')
}

async function putBack(call: Here): Promise<Reply> {
  const at = await journeyAt(call)
  await putJourneyBack(call.ctx, call.region, at)
  return redirect(paths.journey(call.region.id, at.part), '経過図を戻しました')
}
