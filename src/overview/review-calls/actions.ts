import { paths } from '../../paths/paths.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { Problem } from '../../platform/web/problem.ts'
import { spanWords } from '../../support/occasions/occasions.ts'
import type { SeenMeeting } from '../../support/year-meetings/store.ts'
import { reviewCallLetter } from './mail.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    review_called: { label: string; people: number }
  }
}

export const reviewCallHappenings = {
  review_called: (h) => `${h.actorName}さんが${h.details.label}に読む地域を${h.details.people}人に手紙で知らせました`,
} satisfies Sentences<'review_called'>

/** Members and observers of the meeting are told what there is to read, each in one letter. */
export const callToRead = (
  ctx: Ctx,
  { at, people }: SeenMeeting,
  given: { regions: readonly string[]; words: string; origin: string },
): Promise<number> =>
  change(ctx, async (db, log) => {
    const { programme, slot } = at
    const readers = people.filter(({ role }) => role === 'wg_member' || role === 'observer')
    if (given.regions.length === 0)
      throw new Problem(
        'conflict',
        'まだWGに示した地域がありません。地域の「支援経過（1枚）」を示してから、知らせてください',
      )
    if (readers.length === 0)
      throw new Problem('conflict', 'この会には、手紙を受け取る委員がいません。委員を加えてください')
    const m = slot.meeting
    const when = m?.heldOn ? spanWords({ ...m, heldOn: m.heldOn }) : ''
    const link = given.origin + paths.reviews(programme.id, slot.number)
    const { regions, words } = given
    for (const person of readers) {
      const says = person.role === 'wg_member'
      const letter = reviewCallLetter({ person, programme, label: slot.label, when, regions, words, link, says })
      await postLater(db, letter, ctx.now)
    }
    const details = { label: slot.label, people: readers.length }
    await log({ kind: 'review_called', programmeId: programme.id, circle: 'office', details })
    return readers.length
  })
