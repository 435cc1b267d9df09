import type { Circle } from '../../access/circles.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type Advice, ANSWERS, type Answer } from './advice.ts'
import { addAdvice, markAnswered } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    advice_given: { text: string }
    advice_answered: { text: string; answer: Answer }
  }
}

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

export const adviceHappenings = {
  advice_given: (h) => `${h.actorName}さんが「${short(h.details.text)}」と助言しました`,
  advice_answered: (h) =>
    `${h.actorName}さんが助言「${short(h.details.text)}」に「${ANSWERS[h.details.answer]}」と答えました`,
} satisfies Sentences<'advice_given' | 'advice_answered'>

/** Between two meetings; in a meeting it is written with the record. */
export const giveAdvice = (ctx: Ctx, region: Region, given: { text: string; circle: Circle }) =>
  change(ctx, async (db, log) => {
    const isAdvisor = ctx.actor.memberships.some((m) => m.role === 'advisor')
    const by = { advisorId: isAdvisor ? ctx.actor.personId : null, advisorName: ctx.actor.name }
    await addAdvice(db, { ...given, ...by, regionId: region.id, meetingId: null }, ctx.now)
    await log({ kind: 'advice_given', regionId: region.id, circle: given.circle, details: { text: given.text } })
  })

export const answerAdvice = (ctx: Ctx, region: Region, advice: Advice, given: { answer: Answer; reason: string }) =>
  change(ctx, async (db, log) => {
    const done = await markAnswered(db, advice.id, { ...given, by: ctx.actor.name }, ctx.now)
    if (!done) throw new Problem('conflict', 'この助言には、ほかの人が先に返事をしました')
    const onBehalfOf = ctx.actor.memberships.some((m) => m.role === 'secretariat') ? region.name : null
    const details = { text: advice.text, answer: given.answer }
    await log({ kind: 'advice_answered', regionId: region.id, circle: advice.circle, onBehalfOf, details })
  })
