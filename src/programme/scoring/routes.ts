import type { RouteTable, Seen } from '../../access/doors.ts'
import { documentsOf, headsOf } from '../../papers/documents/store.ts'
import { printOf } from '../../papers/sheets/paper.ts'
import { templateOf } from '../../papers/templates/released.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Region } from '../regions/regions.ts'
import { receivedRegions } from '../submissions/store.ts'
import { giveScores, openScores } from './actions.ts'
import { readScores } from './forms.ts'
import { reasonsPage, scoreSheetPage, valuesOf } from './pages.ts'
import { visibleTo } from './scoring.ts'
import { criteriaOf, scoresOf } from './store.ts'

type ProgrammeCall = Call & Seen['programme']

async function regionOf(call: ProgrammeCall): Promise<{ region: Region; regions: Region[] }> {
  const regions = await receivedRegions(call.ctx.db, call.ctx.actor, call.programme)
  const region = regions.find((r) => r.id === call.params.scoredId)
  if (!region) throw notFound()
  return { region, regions }
}

async function entryOf(call: ProgrammeCall, region: Region) {
  const { db } = call.ctx
  const template = templateOf(call.programme.entryTemplateKey, call.programme.entryTemplateVersion)
  const [document] = await documentsOf(db, { kind: 'entry', ownerKind: 'region', ownerIds: [region.id] })
  const body = document ? ((await headsOf(db, [document.id])).get(document.id)?.body ?? {}) : {}
  return template ? printOf(template, body) : []
}

/** The next entry this scorer has not scored yet. */
async function nextOf(call: ProgrammeCall, regions: readonly Region[], after: Region): Promise<Region | null> {
  const scores = await scoresOf(
    call.ctx.db,
    regions.map((r) => r.id),
  )
  const mine = new Set(scores.filter((s) => s.personId === call.ctx.actor.personId).map((s) => s.regionId))
  return regions.find((r) => r.id !== after.id && !mine.has(r.id)) ?? null
}

async function sheet(call: ProgrammeCall, given?: FormState): Promise<Reply> {
  const { db, actor } = call.ctx
  const { region, regions } = await regionOf(call)
  const [criteria, scores, entry, next] = await Promise.all([
    criteriaOf(db, call.programme.id),
    scoresOf(db, [region.id]),
    entryOf(call, region),
    nextOf(call, regions, region),
  ])
  const form = given ?? emptyForm(valuesOf(visibleTo(scores, actor.personId, false)))
  const view = { programme: call.programme, region, criteria, entry, next }
  return page('programme/scoring/sheet', scoreSheetPage(view, form), given ? 422 : 200)
}

async function save(call: ProgrammeCall): Promise<Reply> {
  if (call.programme.scoresOpenedAt) {
    throw new Problem(
      'conflict',
      '採点はもう開かれているため、点は変えられません。話し合った結果は決定の理由に残してください',
      ['事務局'],
    )
  }
  const { region, regions } = await regionOf(call)
  const { given, errors } = readScores(await criteriaOf(call.ctx.db, call.programme.id), call.body)
  if (Object.keys(errors).length > 0) return sheet(call, { values: call.body, errors })
  await giveScores(call.ctx, region.id, given)
  const next = await nextOf(call, regions, region)
  const to = next ? paths.scoreSheet(call.programme.id, next.id) : paths.selection(call.programme.id)
  return redirect(to, `${region.name}の点を記録しました${next ? `。次は${next.name}です` : ''}`)
}

async function reasons(call: ProgrammeCall): Promise<Reply> {
  const { db, actor } = call.ctx
  const { region } = await regionOf(call)
  const [criteria, all] = await Promise.all([criteriaOf(db, call.programme.id), scoresOf(db, [region.id])])
  const scores = visibleTo(all, actor.personId, call.programme.scoresOpenedAt !== null)
  return page('programme/scoring/reasons', reasonsPage({ programme: call.programme, region, criteria, scores }))
}

async function open(call: ProgrammeCall): Promise<Reply> {
  await openScores(call.ctx, call.programme)
  return redirect(paths.selection(call.programme.id), '採点を開きました。採点した人どうしで、点と理由が見えます')
}

export const scoringRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/selection/scores/:scoredId': { may: 'selection.score', run: (call) => sheet(call) },
  'POST /programmes/:programmeId/selection/scores/:scoredId': { may: 'selection.score', run: save },
  'GET /programmes/:programmeId/selection/reasons/:scoredId': { may: 'selection.view', run: reasons },
  'POST /programmes/:programmeId/selection/opening': { may: 'selection.decide', run: open },
}
