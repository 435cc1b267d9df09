import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { teamOf } from '../../programme/teams/store.ts'
import { slotsOfRegion } from '../../support/meetings/store.ts'
import { writableCircles } from '../../support/records/records.ts'
import { fileAfterwards } from './actions.ts'
import { KINDS } from './filings.ts'
import { filingForm } from './forms.ts'
import { filingsPage } from './pages.ts'
import { filingsOf } from './store.ts'

type RegionCall = Call & Seen['region']

export const filingRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/filings': { may: 'region.view', run: (call) => show(call) },
  'POST /regions/:regionId/filings': { may: 'filing.keep', run: save },
}

async function show(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const { db, actor, now } = ctx
  const filings = await filingsOf(db, region.id, circlesReadBy(actor, region))
  const [team, slots] = await Promise.all([teamOf(db, region), slotsOfRegion(db, region, now)])
  const props = filingsPage({ actor, region, filings, team, slots, now, form })
  const crumbs = regionCrumbs(region, 'あとからの記録')
  return page('overview/filings/index', { ...props, title: `${region.name} あとからの記録`, crumbs }, status)
}

async function save(call: RegionCall): Promise<Reply> {
  const { ctx, region } = call
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const input = readForm(filingForm(writableCircles(ctx.actor, region), today(ctx.now)), call.body)
  if (!input.ok) return show(call, input.form, 422)
  const { who, name, meeting, kind } = input.data
  const member = (await teamOf(ctx.db, region)).find((m) => m.personId === who)
  if (who && !member) return show(call, withError(input.form, 'who', '選び直してください'), 422)
  const slot = (await slotsOfRegion(ctx.db, region, ctx.now)).find(({ number }) => String(number) === meeting) ?? null
  if (meeting && !slot) return show(call, withError(input.form, 'meeting', '回を選び直してください'), 422)
  const said = {
    name: name || (member?.name ?? ''),
    personId: name ? null : (member?.personId ?? null),
    isAdvisor: member?.role === 'advisor',
  }
  await fileAfterwards(ctx, region, { input: input.data, said, slot })
  return redirect(paths.filings(region.id), `${said.name}さんの${KINDS[kind]}として記録しました`)
}
