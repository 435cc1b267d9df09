import { z } from 'zod'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { type Body, emptyForm, needed, readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Region } from '../regions/regions.ts'
import { isPicked, warningsOf } from '../selection/selection.ts'
import { candidatesOf } from '../selection/store.ts'
import { receivedRegions } from '../submissions/store.ts'
import { type Announcement, announce, decide, reverse } from './actions.ts'
import { inForce, isWaiting } from './decisions.ts'
import { readDecisions, reasonName } from './forms.ts'
import { resultLetter } from './mail.ts'
import { decidePage, decisionPage, lettersPage } from './pages.ts'
import { decisionsOf, recipientsOf } from './store.ts'

type ProgrammeCall = Call & Seen['programme']
type RegionCall = Call & Seen['region']

const idsOf = (regions: readonly Region[]) => regions.map((r) => r.id)

/** The round as it stands: decided before and told is fixed; the rest is open. */
async function round(call: ProgrammeCall, given: Record<string, unknown>) {
  const { db, actor } = call.ctx
  const regions = await receivedRegions(db, actor, call.programme)
  const latest = inForce(await decisionsOf(db, idsOf(regions)))
  const candidates = await candidatesOf(db, call.programme, regions)
  const isTold = (id: string) => latest.get(id)?.announcedAt != null
  const pickedIds = regions
    .filter((r) => (isTold(r.id) ? latest.get(r.id)?.selected : isPicked(given, r.id)))
    .map((r) => r.id)
  const open = candidates.filter((c) => !isTold(c.regionId))
  const chosen = candidates.filter((c) => pickedIds.includes(c.regionId))
  return {
    programme: call.programme,
    regions,
    latest,
    open,
    pickedIds,
    warnings: warningsOf(chosen, call.programme.capacity),
  }
}

async function confirm(call: ProgrammeCall): Promise<Reply> {
  const view = await round(call, call.query)
  const values: Body = {}
  for (const d of view.latest.values()) {
    values[reasonName(d.regionId)] = d.reason
    if (d.warningReason) values.warningReason = d.warningReason
  }
  return page('programme/decisions/decide', decidePage(view, emptyForm(values)))
}

async function save(call: ProgrammeCall): Promise<Reply> {
  const view = await round(call, call.body)
  const given = readDecisions(view.open, view.warnings, call.body)
  if (Object.keys(given.errors).length > 0) {
    return page('programme/decisions/decide', decidePage(view, { values: call.body, errors: given.errors }), 422)
  }
  await decide(call.ctx, view.regions, given)
  return redirect(
    paths.selectionLetters(call.programme.id),
    '決めました。まだ誰にも届いていません。手紙を確かめてから送ってください',
  )
}

async function waitingOf(call: ProgrammeCall): Promise<Announcement[]> {
  const { db, actor, now } = call.ctx
  const regions = await receivedRegions(db, actor, call.programme)
  const latest = inForce(await decisionsOf(db, idsOf(regions)))
  const waiting = regions.flatMap((region) => {
    const decision = latest.get(region.id)
    return decision && isWaiting(decision) ? [{ region, decision }] : []
  })
  const told = waiting.map((w) => w.region)
  const recipients = await recipientsOf(db, told, today(now))
  return waiting.map((w) => ({ ...w, recipients: recipients.get(w.region.id) ?? [] }))
}

async function letters(call: ProgrammeCall): Promise<Reply> {
  const { programme, origin } = call
  const waiting = (await waitingOf(call)).map(({ region, decision, recipients }) => {
    const link = `${origin}${paths.decision(region.id)}`
    return {
      region,
      decision,
      letters: recipients.map((to) => resultLetter({ programme, region, decision, link }, to)),
    }
  })
  return page('programme/decisions/letters', lettersPage(programme, waiting))
}

/** Sends exactly the decisions that were previewed. */
async function send(call: ProgrammeCall): Promise<Reply> {
  const previewed = String(call.body.decisionIds ?? '').split(' ')
  const waiting = await waitingOf(call)
  const list = waiting.filter((w) => previewed.includes(w.decision.id))
  if (list.length === 0 || list.length !== previewed.length) {
    throw new Problem('conflict', '手紙を確かめたあとで決定が変わりました。もう一度お確かめください')
  }
  const count = await announce(call.ctx, call.programme, list, (id) => `${call.origin}${paths.decision(id)}`)
  return redirect(
    paths.selection(call.programme.id),
    `${list.length}地域に結果を知らせました。手紙${count}通は順に送られます`,
  )
}

async function show(call: RegionCall, form = emptyForm(), status = 200): Promise<Reply> {
  const { region, programme } = call
  const decisions = await decisionsOf(call.ctx.db, [region.id])
  const mayDecide = may(call.ctx.actor, 'selection.decide', programme) && !region.isSample
  return page('programme/decisions/show', decisionPage({ region, programme, decisions, mayDecide }, form), status)
}

const reversal = z.object({ reason: needed('改める理由を書いてください。履歴に残ります') })

async function turn(call: RegionCall): Promise<Reply> {
  const input = readForm(reversal, call.body)
  if (!input.ok) return show(call, input.form, 422)
  await reverse(call.ctx, call.region, input.data.reason)
  return redirect(
    paths.selectionLetters(call.programme.id),
    '決定を改めました。まだ誰にも届いていません。手紙を確かめてから送ってください',
  )
}

export const decidingRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/selection/decide': { may: 'selection.decide', run: confirm },
  'POST /programmes/:programmeId/selection/decide': { may: 'selection.decide', run: save },
  'GET /programmes/:programmeId/selection/letters': { may: 'selection.decide', run: letters },
  'POST /programmes/:programmeId/selection/letters': { may: 'selection.decide', run: send },
}

export const decisionRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/decision': { may: 'decision.view', run: (call) => show(call) },
  'POST /regions/:regionId/decision/reversal': { may: 'decision.reverse', run: turn },
}
