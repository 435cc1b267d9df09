import { runs } from '../../access/actor.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, type Read, readForm, withError } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { askOpenYear } from '../bodies/actions.ts'
import type { Seat } from '../bodies/bodies.ts'
import { bodiesOf, seatsOf } from '../bodies/store.ts'
import type { Slot } from '../meetings/meetings.ts'
import { slotsOfYear } from '../meetings/store.ts'
import { isOfBody } from '../year-meetings/year-meetings.ts'
import { type Said, sayOpinion } from './actions.ts'
import { type HeardInput, heardForm, type OwnInput, ownForm } from './forms.ts'
import { opinionFormPage } from './pages.ts'
import { reviewedRegions } from './store.ts'

type InProgramme = Call & Seen['programme']

export const wgOpinionRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/opinions/new': { may: 'opinion.say', run: (call) => show(call) },
  'POST /programmes/:programmeId/opinions/new': { may: 'opinion.say', run: save },
}

interface Around {
  regions: Region[]
  slots: Slot[]
  seats: Seat[] | null
}

/** What an opinion can be about, and for the secretariat whose it can be. */
async function around({ ctx, programme }: InProgramme): Promise<Around> {
  askOpenYear(programme)
  const { db, actor, now } = ctx
  const regions = await reviewedRegions(db, actor, programme.id)
  const slots = (await slotsOfYear(db, programme.id, now)).filter(isOfBody)
  if (!runs(actor, programme)) return { regions, slots, seats: null }
  const bodies = await bodiesOf(db, programme.id)
  const seats = await seatsOf(
    db,
    bodies.map(({ id }) => id),
  )
  return { regions, slots, seats }
}

async function show(call: InProgramme, form?: FormState, status = 200): Promise<Reply> {
  const { programme, query, ctx } = call
  const first = { region: query.region ?? '', meeting: query.meeting ?? '' }
  const view = { ...(await around(call)), programme, first, now: ctx.now, form }
  return page('support/wg-opinions/form', opinionFormPage(view), status)
}

/** Whose words they are: the reader's own, a member's, or those of somebody named. */
function voiceOf(call: InProgramme, input: OwnInput | HeardInput, seats: readonly Seat[] | null) {
  const { actor, now } = call.ctx
  if (!('who' in input) || !seats)
    return { author: { id: actor.personId, name: actor.name }, isHeard: false, saidOn: today(now) }
  const seat = seats.find(({ id }) => id === input.who)
  if (!seat && input.who) return null
  const author = seat ? { id: seat.personId, name: seat.name } : { id: null, name: input.name }
  return { author, isHeard: input.isHeard, saidOn: input.saidOn as string }
}

async function save(call: InProgramme): Promise<Reply> {
  const { ctx, programme, body } = call
  const { regions, slots, seats } = await around(call)
  const input: Read<OwnInput | HeardInput> = seats ? readForm(heardForm(today(ctx.now)), body) : readForm(ownForm, body)
  if (!input.ok) return show(call, input.form, 422)
  const { text, region: regionId, meeting } = input.data
  const region = regions.find(({ id }) => id === regionId) ?? null
  const slot = slots.find(({ number }) => String(number) === meeting) ?? null
  const voice = voiceOf(call, input.data, seats)
  const fault = (name: string) => show(call, withError(input.form, name, '選び直してください'), 422)
  if (regionId && !region) return fault('region')
  if (meeting && !slot) return fault('meeting')
  if (!voice) return fault('who')
  const said: Said = { programme, text, region, slot, ...voice }
  const id = await sayOpinion(ctx, said)
  const told = seats
    ? `${voice.author.name}さんの意見として書きとめました`
    : '意見を送りました。返事がつくと、ホームに出ます'
  return redirect(seats ? paths.wgOpinion(programme.id, id) : paths.wgOpinions(programme.id), told)
}
