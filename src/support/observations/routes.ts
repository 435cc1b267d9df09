import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { List, NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import type { Slot } from '../meetings/meetings.ts'
import { slotsOfRegion } from '../meetings/store.ts'
import { writeObservation } from './actions.ts'
import { observationForm } from './forms.ts'
import type { Observation } from './observations.ts'
import { observationPage, observationsPage, prefectureNotesPage } from './pages.ts'
import { meetingLabels, namesOf, observationsReadBy } from './store.ts'
import { observationList } from './workbook.ts'

type RegionCall = Call & Seen['region']

export const observationRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/observations', 'observation.write', taken),
  'GET /regions/:regionId/observations': { may: 'observation.write', run: list },
  'GET /regions/:regionId/observations/:n': { may: 'observation.write', run: (call) => edit(call) },
  'POST /regions/:regionId/observations/:n': { may: 'observation.write', run: save },
}

export const prefectureNoteRoutes: RouteTable<'plain'> = {
  ...tableDoors<'plain'>('/prefecture-notes', 'observation.list', allTaken),
  'GET /prefecture-notes': { may: 'observation.list', run: gathered },
}

const slotsNow = ({ ctx, region }: RegionCall): Promise<Slot[]> =>
  region.isSelected ? slotsOfRegion(ctx.db, region, ctx.now) : Promise.resolve([])

async function list(call: RegionCall): Promise<Reply> {
  const { ctx, region } = call
  const observations = await observationsReadBy(ctx.db, ctx.actor)
  const names = await namesOf(ctx.db, observations)
  const props = observationsPage({ actor: ctx.actor, region, slots: await slotsNow(call), observations, names })
  const crumbs = regionCrumbs(region, '観察メモ')
  return page('support/observations/index', { ...props, title: `${region.name} 観察メモ`, crumbs })
}

/** 0 stands for all that is outside the meetings. */
async function slotAsked(call: RegionCall): Promise<Slot | null> {
  if (call.params.n === '0') return null
  const slot = (await slotsNow(call)).find(({ number }) => String(number) === call.params.n)
  if (!slot) throw notFound()
  return slot
}

async function edit(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const slot = await slotAsked(call)
  const meetingId = slot?.meeting?.id ?? null
  const held =
    slot && !meetingId
      ? undefined
      : (await observationsReadBy(ctx.db, ctx.actor)).find(
          (o) => o.personId === ctx.actor.personId && o.regionId === region.id && o.meetingId === meetingId,
        )
  const props = observationPage(ctx.actor, region, { slot, held, form })
  const crumbs = regionCrumbs(region, ['観察メモ', paths.observations(region.id)], slot?.label ?? '回のほか')
  return page('support/observations/edit', { ...props, title: props.heading, crumbs }, status)
}

async function save(call: RegionCall): Promise<Reply> {
  const slot = await slotAsked(call)
  const input = readForm(observationForm, call.body)
  if (!input.ok) return edit(call, input.form, 422)
  await writeObservation(call.ctx, call.region, { slot, words: input.data })
  return redirect(paths.observations(call.region.id), '観察メモを残しました')
}

async function gathered({ ctx }: Call): Promise<Reply> {
  const observations = await observationsReadBy(ctx.db, ctx.actor)
  const names = await namesOf(ctx.db, observations)
  const labels = await meetingLabels(
    ctx.db,
    observations.flatMap((o) => (o.meetingId ? [o.meetingId] : [])),
  )
  return page('support/observations/prefecture', prefectureNotesPage(observations, names, labels))
}

async function allTaken({ ctx }: Call): Promise<NamedList> {
  return { name: '県の観察メモ', ...(await listed(ctx, await observationsReadBy(ctx.db, ctx.actor))) }
}

async function taken({ ctx, region }: RegionCall): Promise<NamedList> {
  const own = (await observationsReadBy(ctx.db, ctx.actor)).filter(({ regionId }) => regionId === region.id)
  return { name: `${region.name}_観察メモ`, ...(await listed(ctx, own)) }
}

async function listed({ db }: Ctx, observations: Observation[]): Promise<List> {
  const meetings = observations.flatMap(({ meetingId }) => meetingId ?? [])
  return observationList(observations, await namesOf(db, observations), await meetingLabels(db, meetings))
}
