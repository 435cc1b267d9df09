import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { whenOf } from '../../support/meetings/meetings.ts'
import { isAwaited, REVIEW_STATES, type Review, type ReviewsView, reviewCrumbs, reviewState } from './reviews.ts'

export interface ReviewsPage {
  heading: string
  note: string
  rows: { name: string; href: string; theme: string; state: string; word: string; opinions: string }[]
  startHref: string | null
  generalHref: string | null
  opinionsHref: string
  letters: { to: string; form: FormState } | null
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/reviews/index': ReviewsPage
  }
}

const SHAPES = { none: 'none', unread: 'arrange', renewed: 'fixed', read: 'done' } as const

function noteOf({ slot, reviews }: ReviewsView): string {
  const readable = reviews.filter(({ editionAt }) => editionAt !== null)
  const left = readable.filter(isAwaited).length
  const when = whenOf(slot.meeting)
  return [when && `会は${when}`, `読める地域${readable.length}・まだ読んでいない${left}`].filter(Boolean).join('　')
}

export function reviewsPage(view: ReviewsView, form: FormState): ReviewsPage & PageBase {
  const { actor, programme, slot, reviews } = view
  const hrefOf = ({ region }: Review) => paths.review(programme.id, slot.number, region.id)
  const first = reviews.find(isAwaited)
  const query = `?meeting=${slot.number}`
  return {
    title: `${slot.label}に読む地域`,
    crumbs: reviewCrumbs(view, { label: '読む地域' }),
    heading: `${slot.label}に読む地域`,
    note: noteOf(view),
    rows: reviews.map((review) => ({
      name: review.region.name,
      href: hrefOf(review),
      theme: review.region.theme,
      state: SHAPES[reviewState(review)],
      word: REVIEW_STATES[reviewState(review)],
      opinions: review.opinions > 0 ? `意見${review.opinions}件` : '—',
    })),
    startHref: first ? hrefOf(first) : null,
    generalHref: may(actor, 'opinion.say', programme) ? paths.wgOpinionNew(programme.id) + query : null,
    opinionsHref: paths.wgOpinions(programme.id),
    letters: may(actor, 'opinion.answer', programme)
      ? { to: paths.reviewLetters(programme.id, slot.number), form }
      : null,
    backHref: paths.yearMeeting(programme.id, slot.number),
  }
}
