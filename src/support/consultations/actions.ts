import { type Circle, circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { personOf } from '../../people/accounts/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import { actorOfPerson } from '../../people/sign-in/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { addAdvice } from '../advice/store.ts'
import { addFaq } from '../faqs/store.ts'
import type { Consultation, ConsultationAnswer } from './consultations.ts'
import { answerLetter, questionLetter } from './mail.ts'
import { addAnswer, addConsultation, markAdvice, supportersOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    consultation_asked: { text: string }
    consultation_answered: { text: string; isReply: boolean }
    consultation_advised: { text: string }
    consultation_shared: { text: string }
  }
}

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

export const consultationHappenings = {
  consultation_asked: (h) => `${h.actorName}さんが「${short(h.details.text)}」と相談しました`,
  consultation_answered: (h) =>
    h.details.isReply
      ? `${h.actorName}さんが相談「${short(h.details.text)}」に言葉を足しました`
      : `${h.actorName}さんが相談「${short(h.details.text)}」に返事をしました`,
  consultation_advised: (h) => `${h.actorName}さんが相談への返事「${short(h.details.text)}」を助言にしました`,
  consultation_shared: (h) => `${h.actorName}さんが相談「${short(h.details.text)}」をよくある質問にしました`,
} satisfies Sentences<'consultation_asked' | 'consultation_answered' | 'consultation_advised' | 'consultation_shared'>

interface Asked {
  question: string
  circle: Circle
  origin: string
}

/** Written to everybody who supports the region, but to nobody whose circle it is not. */
export const ask = (ctx: Ctx, region: Region, { question, circle, origin }: Asked): Promise<string> =>
  change(ctx, async (db, log) => {
    const isOffice = may(ctx.actor, 'consultation.publish', region)
    const onBehalfOf = isOffice ? region.name : null
    const by = { personId: ctx.actor.personId, askedBy: ctx.actor.name, onBehalfOf }
    const id = await addConsultation(db, { ...by, regionId: region.id, question, circle }, ctx.now)
    await log({ kind: 'consultation_asked', regionId: region.id, circle, onBehalfOf, details: { text: question } })
    const said = { region, by: ctx.actor.name, text: question, link: origin + paths.consultation(region.id, id) }
    for (const to of await supportersOf(db, region, today(ctx.now)))
      if (to.id !== ctx.actor.personId) await postLater(db, questionLetter(said, to), ctx.now)
    return id
  })

/** From those who support: to the one who asked. From the side that asked: to those who support. */
export const say = (
  ctx: Ctx,
  region: Region,
  { consultation, text, origin }: { consultation: Consultation; text: string; origin: string },
): Promise<void> =>
  change(ctx, async (db, log) => {
    const { id, circle, question, personId } = consultation
    const isReply = !may(ctx.actor, 'consultation.answer', region)
    const isAdvice = ctx.actor.memberships.some((m) => m.role === 'advisor' && m.regionId === region.id)
    const by = { personId: ctx.actor.personId, byName: ctx.actor.name }
    await addAnswer(db, { ...by, consultationId: id, text, isAdvice, isReply }, ctx.now)
    await log({ kind: 'consultation_answered', regionId: region.id, circle, details: { text: question, isReply } })
    const said = { region, by: ctx.actor.name, text, link: origin + paths.consultation(region.id, id) }
    const asker = personId ? await personOf(db, personId) : undefined
    const mayRead =
      asker && circlesReadBy(await actorOfPerson(db, asker.id, ctx.now), region).includes(circle) && !asker.leftOn
    const readers = isReply ? await supportersOf(db, region, today(ctx.now)) : mayRead ? [asker] : []
    for (const to of readers) if (to.id !== ctx.actor.personId) await postLater(db, answerLetter(said, to), ctx.now)
  })

interface Answered {
  consultation: Consultation
  answer: ConsultationAnswer
}

/** The answer stands in the ledger as advice of the one who said it, and leads back to the question. */
export const makeAdvice = (ctx: Ctx, region: Region, { consultation, answer }: Answered): Promise<void> =>
  change(ctx, async (db, log) => {
    const { circle } = consultation
    const about = { label: '相談への返事', href: paths.consultation(region.id, consultation.id) }
    const by = { advisorId: answer.isAdvice ? answer.personId : null, advisorName: answer.byName }
    const row = { ...by, regionId: region.id, meetingId: null, text: answer.text, circle, about }
    const adviceId = await addAdvice(db, row, ctx.now)
    if (!(await markAdvice(db, answer.id, adviceId)))
      throw new Problem('conflict', 'この返事は、すでに助言になっています')
    await log({ kind: 'consultation_advised', regionId: region.id, circle, details: { text: answer.text } })
  })

/** Question and answer without the region's name, for all of the year; the words can be smoothed on its page. */
export const makeFaq = (ctx: Ctx, region: Region, { consultation, answer }: Answered): Promise<string> =>
  change(ctx, async (db, log) => {
    const { id: consultationId, question, circle } = consultation
    const row = { programmeId: region.programmeId, question, answer: answer.text, consultationId }
    const id = await addFaq(db, { ...row, madeBy: ctx.actor.name }, ctx.now)
    if (!id) throw new Problem('conflict', 'この相談は、すでによくある質問になっています')
    await log({ kind: 'consultation_shared', regionId: region.id, circle, details: { text: question } })
    return id
  })
