import type { Deeds, RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { openLink } from '../../people/doors/store.ts'
import { actorOfPerson } from '../../people/sign-in/store.ts'
import { addDays, today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { busyOf } from '../clashes/store.ts'
import { type AnswerWay, type Invitee, openSlots, type PollView } from '../dates/dates.ts'
import { noteForm, readAnswers } from '../dates/forms.ts'
import { pollById, viewOf } from '../dates/store.ts'
import { crumbsOf, type Occasion } from '../occasions/occasions.ts'
import { audienceOf, occasionOfMeeting, regionOccasion, yearOccasion } from '../occasions/store.ts'
import { pollOf } from '../poll-sights/store.ts'
import { answerPoll } from './actions.ts'
import { type AnswerView, pollAnswerPage } from './pages.ts'
import { closedWords, GONE, LEFT } from './poll-answers.ts'

/** Whose answer, to which poll, by which way. */
interface At {
  call: Call
  o: Occasion
  view: PollView
  invitee: Invitee
  way: AnswerWay
}

async function show(at: At, given: { form?: FormState; status?: number } = {}): Promise<Reply> {
  const { call, o, view, invitee, way } = at
  const { db, now } = call.ctx
  const days = view.slots.map((s) => s.heldOn)
  const span = { from: addDays(days[0] ?? today(now), -1), to: addDays(days.at(-1) ?? today(now), 1) }
  const self = await actorOfPerson(db, invitee.personId, now)
  const busy = await busyOf(db, self, { personIds: [invitee.personId], ...span, exceptMeetingId: view.poll.meetingId })
  const about: AnswerView = {
    occasion: o,
    view,
    invitee,
    busy,
    closed: closedWords(at),
    form: given.form ?? null,
    sendTo: call.url,
    frame: way === 'link' ? 'plain' : 'full',
    isOnBehalf: way === 'recorded',
    now,
  }
  const props = pollAnswerPage(about)
  const crumbs =
    way === 'recorded' ? crumbsOf(o, '返事の記録') : [{ label: 'ホーム', href: paths.home }, { label: props.title }]
  return page('support/poll-answers/show', { ...props, crumbs }, given.status ?? 200)
}

async function send(at: At): Promise<Reply> {
  const { call, o, view, invitee, way } = at
  if (closedWords(at)) return show(at, { status: 409 })
  const slots = openSlots(view, call.ctx.now)
  const input = readForm(noteForm, call.body)
  const answers = readAnswers(call.body, slots)
  if (!input.ok) return show(at, { form: input.form, status: 422 })
  if (answers.size === 0) {
    const first = `answer.${slots[0]?.id}`
    return show(at, { form: withError(input.form, first, '○△×を、1つは選んでください'), status: 422 })
  }
  const actor = way === 'recorded' ? call.ctx.actor : await actorOfPerson(call.ctx.db, invitee.personId, call.ctx.now)
  const done = await answerPoll({ ...call.ctx, actor }, o, { invitee, answers, note: input.data.note, way })
  if (!done) return show({ ...at, view: await viewOf(call.ctx.db, view.poll) }, { status: 409 })
  const rest = slots.length - answers.size
  const words =
    rest > 0 ? `返事を送りました。まだ選んでいない候補が${rest}つあります` : '返事を送りました。ありがとうございます'
  if (way === 'recorded') return redirect(paths.dates(o.href), `${invitee.name}さんの返事を記録しました`)
  return redirect(call.url, words)
}

/** The poll with its meeting, while the invitee still takes part in it. */
async function pollFor(call: Call, pollId: string, isTheirs: (i: Invitee) => boolean) {
  const { db, now } = call.ctx
  const poll = await pollById(db, pollId)
  const view = poll && (await viewOf(db, poll))
  const invitee = view?.invitees.find(isTheirs)
  if (!view || !invitee) throw notFound()
  const o = await occasionOfMeeting(
    { db, now, actor: await actorOfPerson(db, invitee.personId, now) },
    view.poll.meetingId,
  )
  const audience = o ? await audienceOf(db, o, today(now)) : []
  if (!o || !audience.some((a) => a.personId === invitee.personId)) throw new Problem('gone', LEFT)
  return { o, view, invitee }
}

async function behindLink(call: Call): Promise<At> {
  const { db, now, actor } = call.ctx
  const link = await openLink(db, call.params.token ?? '', 'poll', { now, gone: GONE })
  const found = await pollFor(call, String(link.purpose.pollId), (i) => i.id === link.purpose.inviteeId)
  if (actor.personId && actor.personId !== link.personId) {
    const whose = `このリンクは${found.invitee.name}さんあてです。${actor.name}さんとして入っているため、答えられません`
    throw new Problem('forbidden', `${whose}。ご自分あてのメールのリンクをお使いください`, [
      `${found.invitee.name}さん`,
    ])
  }
  return { call, ...found, way: 'link' }
}

const bySignIn = async (call: Call): Promise<At> => {
  const { personId } = call.ctx.actor
  return { call, ...(await pollFor(call, call.params.pollId ?? '', (i) => i.personId === personId)), way: 'account' }
}

/** ○△× without an account, and with one. */
export const pollAnswerRoutes: RouteTable<'plain'> = {
  'GET /l/poll/:token': { may: 'public', run: async (call) => show(await behindLink(call)) },
  'POST /l/poll/:token': { may: 'public', run: async (call) => send(await behindLink(call)) },
  'GET /polls/:pollId': { may: 'home.view', run: async (call) => show(await bySignIn(call)) },
  'POST /polls/:pollId': { may: 'home.view', run: async (call) => send(await bySignIn(call)) },
}

/** An answer that came by telephone: the secretariat writes it down for them. */
function recorded<S extends 'region' | 'programme'>(
  base: string,
  may: Deeds[S],
  find: (call: Call & Seen[S]) => Promise<Occasion>,
): RouteTable<S> {
  const door = (run: (at: At) => Promise<Reply>) => ({
    may,
    run: async (call: Call & Seen[S]) => {
      const o = await find(call)
      const view = await pollOf(call.ctx.db, o)
      const invitee = view?.invitees.find((i) => i.id === call.params.inviteeId)
      if (!view || !invitee) throw notFound()
      return run({ call, o, view, invitee, way: 'recorded' })
    },
  })
  const at = `${base}/dates/people/:inviteeId`
  return { [`GET ${at}`]: door((a) => show(a)), [`POST ${at}`]: door(send) } as RouteTable<S>
}

export const recordedAnswerRoutes = recorded<'region'>('/regions/:regionId/meetings/:n', 'meeting.schedule', (call) =>
  regionOccasion(call.ctx.db, call, call.params.n, call.ctx.now),
)
export const yearRecordedAnswerRoutes = recorded<'programme'>(
  '/programmes/:programmeId/meetings/:n',
  'programme.edit',
  (call) => yearOccasion(call.ctx.db, call.programme, call.params.n, call.ctx.now),
)
