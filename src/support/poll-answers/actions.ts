import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Answer, AnswerWay, Invitee } from '../dates/dates.ts'
import { pollById } from '../dates/store.ts'
import type { Occasion } from '../occasions/occasions.ts'
import { saveAnswers } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    poll_answered: { label: string; by: string; way: AnswerWay; isAgain: boolean }
  }
}

export const pollAnswerHappenings = {
  poll_answered: (h) => {
    const { label, by, way, isAgain } = h.details
    const words = `${by}さんが${label}の日程に${isAgain ? '答え直しました' : '答えました'}`
    return way === 'recorded' ? `${words}（${h.actorName}さんが記録）` : words
  },
} satisfies Sentences<'poll_answered'>

interface Given {
  invitee: Invitee
  answers: ReadonlyMap<string, Answer>
  note: string
  way: AnswerWay
}

/** False when the poll was closed meanwhile: then nothing is kept. */
export const answerPoll = (ctx: Ctx, o: Occasion, given: Given): Promise<boolean> =>
  change(ctx, async (db, log) => {
    const { invitee, way } = given
    const poll = await pollById(db, invitee.pollId)
    if (!poll || poll.closedAt) return false
    await saveAnswers(db, { ...given, inviteeId: invitee.id }, ctx.now)
    const details = { label: o.slot.label, by: invitee.name, way, isAgain: invitee.answeredAt !== null }
    await log({ kind: 'poll_answered', regionId: o.region?.id ?? null, programmeId: o.programme.id, details })
    return true
  })
