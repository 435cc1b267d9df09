import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Slot } from '../meetings/meetings.ts'
import { openMeeting } from '../meetings/store.ts'
import { addOpinion, markSeen, markWithdrawn } from './store.ts'
import { type Answered, isUnseen, stateOf } from './wg-opinions.ts'

interface About {
  about: string
  text: string
}

declare module '../../people/history/history.ts' {
  interface Happenings {
    wg_opinion_said: About & { isHeard: boolean }
    wg_opinion_withdrawn: About & { reason: string }
  }
}

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

export const wgOpinionHappenings = {
  wg_opinion_said: ({ actorName, details: d }) =>
    d.isHeard
      ? `${actorName}さんが、会議で聞いた${d.about}への意見「${short(d.text)}」を書きとめました`
      : `${actorName}さんが${d.about}への意見「${short(d.text)}」を書きました`,
  wg_opinion_withdrawn: ({ actorName, details: d }) =>
    `${actorName}さんが${d.about}への意見「${short(d.text)}」を取り下げました（${d.reason}）`,
} satisfies Sentences<'wg_opinion_said' | 'wg_opinion_withdrawn'>

export interface Said {
  programme: Programme
  text: string
  region: { id: string; name: string } | null
  /** The meeting it belongs to; made on its first use. */
  slot: Slot | null
  author: { id: string | null; name: string }
  isHeard: boolean
  saidOn: string
}

export const sayOpinion = (ctx: Ctx, said: Said): Promise<string> =>
  change(ctx, async (db, log) => {
    const { programme, text, region, slot, author, isHeard, saidOn } = said
    const place = { id: null, programmeId: programme.id }
    const meetingId = slot ? (await openMeeting(db, place, slot, ctx.now)).id : null
    const isOwn = author.id === ctx.actor.personId
    const by = { authorId: author.id, authorName: author.name, enteredBy: isOwn ? null : ctx.actor.name }
    const row = { programmeId: programme.id, meetingId, regionId: region?.id ?? null, text, ...by, isHeard, saidOn }
    const id = await addOpinion(db, row, ctx.now)
    const details = { about: region?.name ?? '全体', text, isHeard }
    const onBehalfOf = isOwn ? null : author.name
    // Of the region itself only what is passed on is told: this line belongs to the year.
    await log({ kind: 'wg_opinion_said', programmeId: programme.id, circle: 'office', onBehalfOf, details })
    return id
  })

export const withdrawOpinion = (ctx: Ctx, one: Answered, at: { about: string; reason: string }): Promise<void> =>
  change(ctx, async (db, log) => {
    if (one.withdrawnAt) throw new Problem('conflict', 'この意見は、もう取り下げられています')
    if (stateOf(one) !== 'open' && one.authorId === ctx.actor.personId)
      throw new Problem('conflict', 'もう対応が書かれているため、取り下げられません。事務局にお知らせください')
    await markWithdrawn(db, one.id, { name: ctx.actor.name, reason: at.reason }, ctx.now)
    const details = { ...at, text: one.text }
    await log({ kind: 'wg_opinion_withdrawn', programmeId: one.programmeId, circle: 'office', details })
  })

/** The author has looked at what was answered: it leaves their list of things to do. */
export async function sawAnswers(ctx: Ctx, opinions: readonly Answered[]): Promise<void> {
  const own = opinions.filter((one) => one.authorId !== null && one.authorId === ctx.actor.personId && isUnseen(one))
  const ids = own.flatMap(({ answer }) => (answer ? [answer.id] : []))
  if (ids.length > 0) await keep(ctx, (db) => markSeen(db, ids, ctx.now))
}
