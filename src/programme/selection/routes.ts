import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { writeTable } from '../../platform/office/office.ts'
import { eraShort, stampOf } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { inForce } from '../decisions/decisions.ts'
import { decisionsOf } from '../decisions/store.ts'
import { visibleTo } from '../scoring/scoring.ts'
import { criteriaOf, scoresOf } from '../scoring/store.ts'
import { receivedRegions } from '../submissions/store.ts'
import { type SelectionView, selectionPage } from './pages.ts'
import { isPicked } from './selection.ts'
import { candidatesOf } from './store.ts'
import { tableOf } from './workbook.ts'

type ProgrammeCall = Call & Seen['programme']

/** Everything the comparison shows: a fixed number of queries, whatever the number of entries. */
async function load(call: ProgrammeCall): Promise<SelectionView> {
  const { db, actor } = call.ctx
  const { programme } = call
  const regions = await receivedRegions(db, actor, programme)
  const ids = regions.map((r) => r.id)
  const [candidates, criteria, scores, decisions] = await Promise.all([
    candidatesOf(db, programme, regions),
    criteriaOf(db, programme.id),
    scoresOf(db, ids),
    decisionsOf(db, ids),
  ])
  const seesDecisions = may(actor, 'selection.decide', programme)
  const latest = inForce(seesDecisions ? decisions : decisions.filter((d) => d.announcedAt))
  const visible = visibleTo(scores, actor.personId, programme.scoresOpenedAt !== null)
  const decided = ids.filter((id) => latest.get(id)?.selected)
  const told = decided.filter((id) => latest.get(id)?.announcedAt)
  return {
    programme,
    candidates,
    criteria,
    scores: visible,
    decisions: latest,
    pickedIds: 'picking' in call.query ? [...told, ...ids.filter((id) => isPicked(call.query, id))] : decided,
    deeds: { decide: seesDecisions, score: may(actor, 'selection.score', programme) },
    page: Number.parseInt(call.query.page ?? '', 10) || 1,
    scorers: new Set(visible.map((s) => s.personId)).size,
  }
}

const show = async (call: ProgrammeCall): Promise<Reply> =>
  page('programme/selection/show', selectionPage(await load(call)))

async function workbook(call: ProgrammeCall): Promise<Reply> {
  const view = await load(call)
  const { programme } = view
  const name = `${eraShort(programme.fiscalYear)}_選定比較_${stampOf(call.ctx.now).slice(0, 8)}.xlsx`
  const bytes = await writeTable({ sheetName: '選定', heading: `${programme.name}　選定の比較`, ...tableOf(view) })
  return file({ name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes })
}

/** What its reader sees of the comparison: the own scores until they are opened, decisions once told. */
const taken = async (call: ProgrammeCall): Promise<NamedList> => ({
  name: `${call.programme.name}_選定の比較`,
  ...tableOf(await load(call)),
})

export const selectionRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/selection', 'selection.view', taken),
  'GET /programmes/:programmeId/selection': { may: 'selection.view', run: show },
  'GET /programmes/:programmeId/selection/workbook': { may: 'selection.decide', run: workbook },
}
