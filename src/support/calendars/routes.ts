import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { openLink } from '../../people/doors/store.ts'
import { actorOfPerson } from '../../people/sign-in/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { closeCalendar, openCalendar } from './actions.ts'
import { feedFile } from './calendars.ts'
import { calendarPage } from './pages.ts'
import { eventsOf, hasCalendar } from './store.ts'

const GONE = 'この予定表のアドレスは、取り消されたか、担当を終えられたため、使えなくなりました'

async function show({ ctx, origin }: Call, address: string | null = null): Promise<Reply> {
  const hasAddress = await hasCalendar(ctx.db, ctx.actor.personId ?? '', ctx.now)
  const events = await eventsOf(ctx, origin)
  return page('support/calendars/show', calendarPage({ events, address, hasAddress, now: ctx.now }))
}

/** The address is shown on this very page: it is kept nowhere in clear. */
async function make(call: Call): Promise<Reply> {
  const { ctx, origin } = call
  const token = await openCalendar(ctx, await hasCalendar(ctx.db, ctx.actor.personId ?? '', ctx.now))
  return show(call, `${origin}${paths.calendarFeed(token)}`)
}

async function end({ ctx }: Call): Promise<Reply> {
  await closeCalendar(ctx)
  return redirect(paths.calendar, '予定表のアドレスを取り消しました。登録した予定表からは、予定が消えます')
}

/** Read by a calendar program without a sign-in: what its person may see today, nothing of anybody else. */
async function feed({ ctx, params, origin }: Call): Promise<Reply> {
  const token = (params.token ?? '').replace(/\.ics$/, '')
  const link = await openLink(ctx.db, token, 'calendar', { now: ctx.now, gone: GONE })
  const actor = await actorOfPerson(ctx.db, link.personId ?? '', ctx.now)
  const events = await eventsOf({ ...ctx, actor }, origin)
  const bytes = Buffer.from(feedFile('伴走ノート', events, ctx.now))
  return file({ name: 'banso-note.ics', type: 'text/calendar; charset=utf-8', bytes, inline: true })
}

export const calendarRoutes: RouteTable<'plain'> = {
  'GET /calendar': { may: 'home.view', run: (call) => show(call) },
  'POST /calendar': { may: 'home.view', run: make },
  'POST /calendar/end': { may: 'home.view', run: end },
  'GET /l/calendar/:token': { may: 'public', run: feed },
}
