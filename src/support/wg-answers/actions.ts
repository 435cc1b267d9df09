import { paths } from '../../paths/paths.ts'
import { personOf } from '../../people/accounts/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { addAnswer, markTold, opinionById, opinionsOf, setPassing } from '../wg-opinions/store.ts'
import { type Answered, isUntold, OPINION_STATES, type OpinionState } from '../wg-opinions/wg-opinions.ts'
import type { AnswerInput } from './forms.ts'
import { answersLetter } from './mail.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    wg_opinion_answered: { text: string; status: OpinionState }
    wg_opinion_passed: { text: string }
    wg_answers_told: { people: number; opinions: number }
  }
}

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

export const wgAnswerHappenings = {
  wg_opinion_answered: ({ actorName, details: d }) =>
    `${actorName}さんが意見「${short(d.text)}」への対応を書きました（${OPINION_STATES[d.status]}）`,
  wg_opinion_passed: ({ actorName, details: d }) => `${actorName}さんがWGの意見「${short(d.text)}」を地域に伝えました`,
  wg_answers_told: ({ actorName, details: d }) =>
    `${actorName}さんが意見${d.opinions}件への対応を${d.people}人に手紙で知らせました`,
} satisfies Sentences<'wg_opinion_answered' | 'wg_opinion_passed' | 'wg_answers_told'>

const askStanding = (one: Answered) => {
  if (one.withdrawnAt) throw new Problem('conflict', 'この意見は取り下げられています')
}

/** A new wording of the answer; the ones before stay. `base` is the wording that was on the page. */
export const answerOpinion = (ctx: Ctx, asked: Answered, given: AnswerInput & { base: string }): Promise<void> =>
  change(ctx, async (db, log) => {
    const one = (await opinionById(db, asked.programmeId, asked.id)) ?? asked
    askStanding(one)
    if ((one.answer?.id ?? '') !== given.base)
      throw new Problem('conflict', 'このあいだに、ほかの人が対応を書きました。ひとつ前の画面を開きなおしてください')
    const { base: _, ...words } = given
    await addAnswer(db, { ...words, opinionId: one.id, answeredBy: ctx.actor.name }, ctx.now)
    const details = { text: one.text, status: given.status }
    await log({ kind: 'wg_opinion_answered', programmeId: one.programmeId, circle: 'office', details })
  })

/** From here on 地域の全員 read these words, without the name of who said it. */
export const passOn = (ctx: Ctx, one: Answered, text: string): Promise<void> =>
  change(ctx, async (db, log) => {
    askStanding(one)
    const { id: opinionId, regionId, programmeId } = one
    if (!regionId) throw new Problem('conflict', '全体への意見は、地域には伝えられません')
    const by = { passedAt: ctx.now.toISOString(), passedBy: ctx.actor.name }
    await setPassing(db, { opinionId, regionId, text, ...by })
    await log({ kind: 'wg_opinion_passed', programmeId, regionId, circle: 'region', details: { text } })
  })

/** One letter to each author with an account, about all that was answered since the last. */
export const tellAuthors = (ctx: Ctx, programme: Programme, origin: string): Promise<{ people: number }> =>
  change(ctx, async (db, log) => {
    const untold = (await opinionsOf(db, programme.id)).filter(isUntold)
    const authors = [...new Set(untold.map(({ authorId }) => authorId ?? ''))]
    const link = `${origin}${paths.wgOpinions(programme.id)}?mine=1`
    let people = 0
    for (const id of authors) {
      const person = await personOf(db, id)
      if (!person || person.leftOn) continue
      const opinions = untold.filter((one) => one.authorId === id)
      await postLater(db, answersLetter({ person, programme, opinions, link }), ctx.now)
      people += 1
    }
    const told = untold.flatMap(({ answer }) => (answer ? [answer.id] : []))
    await markTold(db, told, ctx.now)
    if (people > 0) {
      const details = { people, opinions: untold.length }
      await log({ kind: 'wg_answers_told', programmeId: programme.id, circle: 'office', details })
    }
    return { people }
  })
