import { type Actor, serves } from '../../access/actor.ts'
import type { Circle } from '../../access/circles.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import { applicantsOf } from '../../programme/entries/entries.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { askWording } from '../advice-wordings/actions.ts'
import type { Subject } from '../subjects/subjects.ts'
import { type Advice, ANSWERS, type Answer } from './advice.ts'
import { addAdvice, addEffect, markAnswered } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    advice_given: { text: string }
    advice_answered: { text: string; answer: Answer }
    advice_landed: { text: string; on: string }
  }
}

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

export const adviceHappenings = {
  advice_given: (h) => `${h.actorName}さんが「${short(h.details.text)}」と助言しました`,
  advice_answered: (h) =>
    `${h.actorName}さんが助言「${short(h.details.text)}」に「${ANSWERS[h.details.answer]}」と答えました`,
  advice_landed: (h) => `助言「${short(h.details.text)}」から、${h.details.on}が変わりました`,
} satisfies Sentences<'advice_given' | 'advice_answered' | 'advice_landed'>

export interface Given {
  text: string
  circle: Circle
  meetingId?: string | null
  /** Whose words they are, when somebody else types them. */
  advisor?: { id: string; name: string } | null
  subject?: Subject | undefined
  /** False: a draft, its author's alone. */
  isSent?: boolean
  /** For the letter that asks an advisor about the wording: the programme, and how links in letters begin. */
  ask?: { programme: Programme; origin: string }
}

/** Whose words they are: an advisor's own, those of the advisor who was named, or the secretariat's own. */
function voiceOf(actor: Actor, region: Region, advisor: Given['advisor']) {
  if (serves(actor, 'advisor', region) && (!advisor || advisor.id === actor.personId))
    return { advisorId: actor.personId, advisorName: actor.name }
  return { advisorId: advisor?.id ?? null, advisorName: advisor?.name ?? actor.name }
}

/** Between two meetings or in one; a draft is its author's alone until it is sent. */
export const giveAdvice = (ctx: Ctx, region: Region, given: Given): Promise<string> =>
  change(ctx, async (db, log) => {
    const { text, circle, meetingId = null, subject, isSent = true, ask } = given
    const by = { authorId: ctx.actor.personId, authorName: ctx.actor.name }
    const voice = voiceOf(ctx.actor, region, given.advisor)
    const row = { text, circle, meetingId, about: subject ?? {}, isSent, regionId: region.id, ...voice, ...by }
    const id = await addAdvice(db, row, ctx.now)
    if (isSent) {
      await log({ kind: 'advice_given', regionId: region.id, circle, details: { text } })
      if (ask) await askWording({ ...ctx, db }, { region, ...ask }, [id])
    }
    return id
  })

const behalf = (ctx: Ctx, region: Region) =>
  ctx.actor.memberships.some((m) => m.role === 'secretariat') ? applicantsOf(region) : null

export const answerAdvice = (
  ctx: Ctx,
  region: Region,
  advice: Advice,
  given: { answer: Answer; reason: string; changed?: Subject | undefined },
) =>
  change(ctx, async (db, log) => {
    const { answer, reason, changed } = given
    const done = await markAnswered(db, advice.id, { answer, reason, by: ctx.actor.name }, ctx.now)
    if (!done) throw new Problem('conflict', 'この助言には、ほかの人が先に返事をしました')
    const details = { text: advice.text, answer }
    const at = { regionId: region.id, circle: advice.circle, onBehalfOf: behalf(ctx, region) }
    await log({ kind: 'advice_answered', ...at, details })
    if (changed) await linkEffect({ ...ctx, db }, region, { advice, subject: changed })
  })

/** What an advice changed: a sheet or a promise, linked from it. */
export const linkEffect = (ctx: Ctx, region: Region, { advice, subject }: { advice: Advice; subject: Subject }) =>
  change(ctx, async (db, log) => {
    await addEffect(db, { advice, subject, by: ctx.actor.name }, ctx.now)
    // The advice may be read more widely than what it changed.
    const on = subject.kind === 'promise' ? '約束' : (subject.sheet ?? subject.label)
    const details = { text: advice.text, on }
    await log({ kind: 'advice_landed', regionId: region.id, circle: advice.circle, details })
  })
