import type { Deeds, RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { crumbsOf, type Occasion, spanWords } from '../occasions/occasions.ts'
import { audienceOf, regionOccasion, yearOccasion } from '../occasions/store.ts'
import { doubtsAbout, pollOf, sightOf } from '../poll-sights/store.ts'
import { closePoll, confirmSlot, extendPoll, openPoll, remind } from './actions.ts'
import { openSlots, type PollView } from './dates.ts'
import { confirmForm, pollForm, type ReadSlots, readPart, readSlots, SLOT_ROWS } from './forms.ts'
import { datesPage } from './pages.ts'

interface At {
  call: Call
  o: Occasion
}
type Shown = { form?: FormState; doubts?: string[]; status?: number }

async function openAt(at: At): Promise<PollView> {
  const view = await pollOf(at.call.ctx.db, at.o)
  if (!view || view.poll.closedAt)
    throw new Problem('conflict', 'この日程調整は、もう終わっています。開き直して、いまの予定を確かめてください')
  return view
}

const firstForm = (view: PollView | null, best: string | undefined, { slot: { meeting } }: Occasion): FormState =>
  emptyForm({
    mode: (view?.poll.closedAt === null && view.poll.mode) || meeting?.mode || 'online',
    place: meeting?.place ?? '',
    url: meeting?.url ?? '',
    ...(best && { slotId: best }),
    ...Object.fromEntries(Array.from({ length: SLOT_ROWS }, (_, i) => [`slots.${i}.minutes`, '90'])),
  })

async function show({ call, o }: At, { form, doubts = [], status = 200 }: Shown = {}): Promise<Reply> {
  const sight = await sightOf(call.ctx, o)
  const given = form ?? firstForm(sight.view, sight.bestSlotId, o)
  const about = { actor: call.ctx.actor, occasion: o, now: call.ctx.now, doubts, form: given }
  const props = datesPage({ ...sight, ...about })
  return page('support/dates/show', { ...props, title: props.heading, crumbs: crumbsOf(o, '日程調整') }, status)
}

async function ready(at: At, read: ReadSlots, advisors: readonly string[]): Promise<Shown | null> {
  const values = at.call.body
  if (Object.keys(read.errors).length > 0) return { form: { values, errors: read.errors }, status: 422 }
  const doubts = values.sure ? [] : await doubtsAbout(at.call.ctx, at.o, { slots: read.slots, advisors })
  return doubts.length > 0 ? { form: emptyForm(values), doubts, status: 422 } : null
}

async function open(at: At): Promise<Reply> {
  const { call, o } = at
  const audience = await audienceOf(call.ctx.db, o, today(call.ctx.now))
  const asked = audience.map((a) => ({ a, part: readPart(call.body, a.personId) }))
  const people = asked
    .filter(({ part }) => part === 'yes' || part === 'lead')
    .map(({ a, part }) => ({ ...a, isLead: part === 'lead' }))
  const input = readForm(pollForm, call.body)
  const read = readSlots(call.body, call.ctx.now)
  if (people.length === 0) read.errors[`who.${audience[0]?.personId}`] = '聞く人を、1人は選んでください'
  const errors = { ...read.errors, ...input.form.errors }
  const doubtful = await ready(
    at,
    { ...read, errors },
    people.flatMap((p) => (p.role === 'advisor' ? [p.personId] : [])),
  )
  if (doubtful || !input.ok) return show(at, doubtful ?? { form: input.form, status: 422 })
  const leftOut = asked.flatMap(({ a, part }) => (part === 'no' ? [a.personId] : []))
  const n = await openPoll(call.ctx, o, { ...input.data, slots: read.slots, people, leftOut }, call.origin)
  return redirect(paths.dates(o.href), `候補日を出しました。${n}人に、一人ずつのリンクを送ります`)
}

async function extend(at: At): Promise<Reply> {
  const { call, o } = at
  const { poll, invitees } = await openAt(at)
  const read = readSlots(call.body, call.ctx.now)
  const advisors = invitees.flatMap((i) => (i.role === 'advisor' ? [i.personId] : []))
  const doubtful = await ready(at, read, advisors)
  if (doubtful) return show(at, doubtful)
  const n = await extendPoll(call.ctx, o, { poll, slots: read.slots, origin: call.origin })
  return redirect(paths.dates(o.href), n > 0 ? `候補日を${n}つ足し、全員にたずねました` : '同じ候補が、もう出ています')
}

async function chase(at: At): Promise<Reply> {
  const n = await remind(at.call.ctx, at.o, await openAt(at), at.call.origin)
  return redirect(paths.dates(at.o.href), n > 0 ? `未回答の${n}人に、もう一度たずねました` : '全員が答えています')
}

async function confirm(at: At): Promise<Reply> {
  const { call, o } = at
  const view = await openAt(at)
  const input = readForm(confirmForm, call.body)
  if (!input.ok) return show(at, { form: input.form, status: 422 })
  const { slotId, ...where } = input.data
  const slot = openSlots(view, call.ctx.now).find((s) => s.id === slotId)
  if (!slot)
    return show(at, {
      form: { ...input.form, errors: { slotId: 'これからの候補の中から選んでください' } },
      status: 422,
    })
  const n = await confirmSlot(call.ctx, o, { slot, ...where, origin: call.origin })
  return redirect(o.href, `${spanWords(slot)}に決めました。${n}人に、予定表に入るファイルをつけて知らせます`)
}

async function end(at: At): Promise<Reply> {
  await closePoll(at.call.ctx, at.o, (await openAt(at)).poll)
  return redirect(paths.dates(at.o.href), '日程調整を終えました。手紙は送っていません')
}

/** The same doors for a region's meeting and for one of the year's own. */
function doors<S extends 'region' | 'programme'>(
  base: string,
  may: Deeds[S],
  find: (call: Call & Seen[S]) => Promise<Occasion>,
): RouteTable<S> {
  const door = (run: (at: At) => Promise<Reply>) => ({
    may,
    run: async (call: Call & Seen[S]) => run({ call, o: await find(call) }),
  })
  return {
    [`GET ${base}/dates`]: door((at) => show(at)),
    [`POST ${base}/dates`]: door(open),
    [`POST ${base}/dates/slots`]: door(extend),
    [`POST ${base}/dates/reminder`]: door(chase),
    [`POST ${base}/dates/confirmation`]: door(confirm),
    [`POST ${base}/dates/end`]: door(end),
  } as RouteTable<S>
}

export const dateRoutes = doors<'region'>('/regions/:regionId/meetings/:n', 'meeting.schedule', (call) =>
  regionOccasion(call.ctx.db, call, call.params.n, call.ctx.now),
)
export const yearDateRoutes = doors<'programme'>('/programmes/:programmeId/meetings/:n', 'programme.edit', (call) =>
  yearOccasion(call.ctx.db, call.programme, call.params.n, call.ctx.now),
)
