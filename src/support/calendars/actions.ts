import { personOf } from '../../people/accounts/store.ts'
import { makeLink, revokeLinks } from '../../people/doors/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { notFound } from '../../platform/web/problem.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    calendar_opened: { isAgain: boolean }
    calendar_closed: Record<string, never>
  }
}

export const calendarHappenings = {
  calendar_opened: (h) =>
    `${h.actorName}さんが予定表のアドレスを${h.details.isAgain ? '作り直しました（前のものは使えません）' : '作りました'}`,
  calendar_closed: (h) => `${h.actorName}さんが予定表のアドレスを取り消しました`,
} satisfies Sentences<'calendar_opened' | 'calendar_closed'>

const KINDS = ['calendar'] as const

/** A new secret address; the one before ends. Returns its token, the only time it is known. */
export const openCalendar = (ctx: Ctx, isAgain: boolean): Promise<string> =>
  change(ctx, async (db, log) => {
    const person = ctx.actor.personId ? await personOf(db, ctx.actor.personId) : undefined
    if (!person) throw notFound()
    await revokeLinks(db, { personId: person.id, kinds: KINDS }, ctx.now)
    await log({ kind: 'calendar_opened', details: { isAgain } })
    return makeLink(db, { kind: 'calendar', email: person.email, personId: person.id }, ctx.now)
  })

export const closeCalendar = (ctx: Ctx): Promise<void> =>
  change(ctx, async (db, log) => {
    await revokeLinks(db, { personId: ctx.actor.personId ?? '', kinds: KINDS }, ctx.now)
    await log({ kind: 'calendar_closed', details: {} })
  })
