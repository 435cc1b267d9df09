import type { Circle } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { personOf } from '../../people/accounts/store.ts'
import { makeLink } from '../../people/doors/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type Advice, isUnconfirmed, mayReword } from '../advice/advice.ts'
import { adviceOfRegion } from '../advice/store.ts'
import { meetingsOfRegion } from '../meetings/store.ts'
import { wordingLetter } from './mail.ts'
import { markAdvice, reword, sendDraft } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    advice_confirmed: { text: string }
    advice_reworded: { before: string; after: string }
  }
}

const short = (text: string) => ([...text].length > 30 ? `${[...text].slice(0, 30).join('')}…` : text)

export const wordingHappenings = {
  advice_confirmed: (h) => `${h.actorName}さんが助言「${short(h.details.text)}」の書き方を確かめました`,
  advice_reworded: (h) =>
    `${h.actorName}さんが助言「${short(h.details.before)}」を「${short(h.details.after)}」に書き直しました`,
} satisfies Sentences<'advice_confirmed' | 'advice_reworded'>

interface About {
  region: Region
  programme: Programme
  origin: string
}

const ALL: readonly Circle[] = ['town', 'team', 'region', 'wg', 'joint']

/** Writes to the advisors whose words somebody else typed: one letter each, a link per advice. All of the region's, or only these. */
export const askWording = (ctx: Ctx, about: About, ids?: readonly string[]): Promise<number> =>
  keep(ctx, async (db) => {
    const { region, programme, origin } = about
    const all = (await adviceOfRegion(db, region.id, ALL)).filter(isUnconfirmed)
    const open = ids ? all.filter((a) => ids.includes(a.id)) : all
    const labels = new Map((await meetingsOfRegion(db, region.id)).map((m) => [m.id, m.label]))
    for (const advisorId of new Set(open.map((a) => a.advisorId ?? ''))) {
      const to = await personOf(db, advisorId)
      const own = to ? open.filter((a) => a.advisorId === advisorId) : []
      const words = []
      for (const a of own) {
        const purpose = { regionId: region.id, adviceId: a.id }
        const token = await makeLink(
          db,
          { kind: 'advice', email: to?.email ?? '', personId: advisorId, purpose },
          ctx.now,
        )
        const place = labels.get(a.meetingId ?? '') ?? '回のあいだ'
        words.push({ text: a.text, place, by: a.authorName, link: `${origin}${paths.adviceLink(token)}` })
        await markAdvice(db, a.id, { askedAt: ctx.now.toISOString() })
      }
      if (to && words.length > 0) await postLater(db, wordingLetter({ region, programme, words }, to), ctx.now)
    }
    return open.length
  })

/** When a record is fixed: what was noted down in that meeting and has not been asked about. */
export async function askAfterMeeting(ctx: Ctx, about: About, meetingId: string): Promise<number> {
  const all = await adviceOfRegion(ctx.db, about.region.id, ALL)
  const ids = all.filter((a) => isUnconfirmed(a) && a.meetingId === meetingId && a.askedAt === null).map((a) => a.id)
  return ids.length > 0 ? askWording(ctx, about, ids) : 0
}

const at = (advice: Advice) => ({ regionId: advice.regionId, circle: advice.circle })

export const confirmAdvice = (ctx: Ctx, advice: Advice) =>
  change(ctx, async (db, log) => {
    await markAdvice(db, advice.id, { confirmedAt: ctx.now.toISOString() })
    await log({ kind: 'advice_confirmed', ...at(advice), details: { text: advice.text } })
  })

/** New words for an advice; the old ones stay in its versions. By its advisor they are confirmed at once. */
export const rewordAdvice = (ctx: Ctx, advice: Advice, given: { text: string; isOwn: boolean }) =>
  change(ctx, async (db, log) => {
    if (!mayReword(advice))
      throw new Problem('conflict', 'もう返事があるため、書き直せません。新しい助言として残してください')
    const { text, isOwn } = given
    if (text !== advice.text && !(await reword(db, advice, { text, by: ctx.actor.name }, ctx.now)))
      throw new Problem('conflict', 'ほかの人が先に書き直しました。開き直して、いまの文を確かめてください')
    if (isOwn) await markAdvice(db, advice.id, { confirmedAt: ctx.now.toISOString() })
    if (advice.sentAt && text !== advice.text)
      await log({ kind: 'advice_reworded', ...at(advice), details: { before: advice.text, after: text } })
  })

/** A draft goes out; from here on it is read by its circle. */
export const sendAdvice = (ctx: Ctx, about: About, advice: Advice) =>
  change(ctx, async (db, log) => {
    if (!(await sendDraft(db, advice.id, ctx.now.toISOString())))
      throw new Problem('conflict', 'この助言は、もう送ってあります')
    await log({ kind: 'advice_given', ...at(advice), details: { text: advice.text } })
    await askWording({ ...ctx, db }, about, [advice.id])
  })

export const dropDraft = (ctx: Ctx, advice: Advice) =>
  keep(ctx, (db) => markAdvice(db, advice.id, { deletedAt: ctx.now.toISOString() }))
