import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { isLate } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { slotsOf } from '../meetings/meetings.ts'
import { meetingsOfRegions } from '../meetings/store.ts'
import { byAccount, roundsOfRegion } from '../report-doors/actions.ts'
import { pairLabel, reportIn, roundsOf } from '../reports/reports.ts'
import { reportsOf } from '../reports/store.ts'
import { reportList } from '../reports/workbook.ts'
import { askForLines } from './actions.ts'
import { missingPage, missingRounds, type RegionRounds, roundsPage } from './pages.ts'
import { isMissing } from './report-requests.ts'
import { missingList } from './workbook.ts'

type RegionCall = Call & Seen['region']
type InProgramme = Call & Seen['programme']

export const reportRequestRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/reports', 'report.view', taken),
  'GET /regions/:regionId/reports': { may: 'report.view', run: list },
  'POST /regions/:regionId/reports/:stepKey/requests': { may: 'report.request', run: ask },
}

export const reportsMissingRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/reports', 'matrix.view', missingTaken),
  'GET /programmes/:programmeId/reports': { may: 'matrix.view', run: missing },
}

async function list({ ctx, region }: RegionCall): Promise<Reply> {
  const rounds = region.isSample ? [] : await roundsOfRegion(ctx.db, region, ctx.now)
  const found = { rounds, reports: await reportsOf(ctx.db, [region.id]) }
  const props = roundsPage(ctx, region, found)
  return page('support/report-requests/index', {
    ...props,
    title: `${region.name} ${props.heading}`,
    crumbs: regionCrumbs(region, props.heading),
  })
}

async function ask(call: RegionCall): Promise<Reply> {
  const { ctx, region, origin } = call
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const { round, programme } = await byAccount(call)
  const report = reportIn(await reportsOf(ctx.db, [region.id]), round.step.key)
  if (!isMissing(round, report)) throw new Problem('conflict', 'ひとことは、もう届いています')
  const letters = await askForLines(ctx, { region, programme, round, origin })
  const words =
    letters > 0 ? `お願いの手紙を${letters}通送ります` : '町の連絡先が分かりません。メンバーに加えてください'
  return redirect(paths.reports(region.id), words)
}

async function roundsRead({ ctx, programme }: InProgramme): Promise<RegionRounds[]> {
  const query = regionsSeenBy(ctx.db, ctx.actor).where('regions.programmeId', '=', programme.id)
  const all = await fetchRegions(ctx.db, query.orderBy('regions.sortCode'))
  const regions = all.filter((region) => notAliveReason(region) === null)
  const ids = regions.map((region) => region.id)
  const steps = await stepsOf(ctx.db, [programme.id])
  const meetings = await meetingsOfRegions(ctx.db, ids)
  const reports = await reportsOf(ctx.db, ids)
  return regions.map((region) => {
    const own = meetings.filter((m) => m.regionId === region.id)
    const ofRegion = reports.filter((r) => r.regionId === region.id)
    return { region, rounds: roundsOf(steps, slotsOf(steps, own, ctx.now)), reports: ofRegion }
  })
}

async function missing(call: InProgramme): Promise<Reply> {
  const { ctx, programme } = call
  const props = missingPage(ctx, await roundsRead(call))
  const crumbs = programmeCrumbs(programme, { label: props.heading })
  return page('support/report-requests/missing', { ...props, title: props.heading, crumbs })
}

async function missingTaken(call: InProgramme): Promise<NamedList> {
  const rows = missingRounds(await roundsRead(call)).map(({ region, round, due }) => {
    const isOverdue = due !== null && isLate(due, call.ctx.now)
    const state = isOverdue ? '期限を過ぎています' : 'まだ届いていません'
    return { region: region.name, label: pairLabel(round), dueOn: due, state }
  })
  return { name: `${call.programme.name}_ひとことがまだの地域`, ...missingList(rows) }
}

async function taken({ ctx, region }: RegionCall): Promise<NamedList> {
  const labels = new Map((await stepsOf(ctx.db, [region.programmeId])).map(({ key, label }) => [key, label]))
  const reports = await reportsOf(ctx.db, [region.id])
  return { name: `${region.name}_回の前のひとこと`, ...reportList(reports, labels) }
}
