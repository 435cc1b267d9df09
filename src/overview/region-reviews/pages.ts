import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Answered, landingText, OPINION_STATES, stateOf } from '../../support/wg-opinions/wg-opinions.ts'
import type { BoardPage } from '../boards/pages.ts'
import { neighbours, type Review, type ReviewsView, reviewCrumbs } from '../reviews/reviews.ts'

interface Link {
  label: string
  href: string
}

export interface ReviewPage {
  name: string
  place: string
  before: Link | null
  after: Link | null
  listHref: string
  board: BoardPage
  model: { svg: string; note: string } | null
  opinions: { text: string; by: string; status: string; state: string; response: string; href: string }[]
  say: { to: string; form: FormState; nextLabel: string } | null
  unreadTo: string | null
  office: { boardHref: string; modelTo: string; modelWords: string; mayTakeBack: boolean } | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/region-reviews/show': ReviewPage
  }
}

const ANSWER_SHAPES = { open: 'none', doing: 'arrange', done: 'done', declined: 'no' } as const

const shownOpinion = (one: Answered) => ({
  text: one.text,
  by: [one.authorName, one.isHeard && '会議で聞いた', warekiShort(one.saidOn)].filter(Boolean).join('・'),
  status: OPINION_STATES[stateOf(one)],
  state: ANSWER_SHAPES[stateOf(one)],
  response: [one.answer?.response, landingText(one.answer)].filter(Boolean).join('\n'),
  href: paths.wgOpinion(one.programmeId, one.id),
})

export interface ReviewShown {
  review: Review
  board: BoardPage
  model: { svg: string; number: number; at: string | null } | null
  opinions: readonly Answered[]
  form: FormState
}

function officeOf({ actor, programme, slot }: ReviewsView, { review, model }: ReviewShown): ReviewPage['office'] {
  if (!may(actor, 'opinion.answer', programme)) return null
  return {
    boardHref: paths.boardReleases(review.region.id),
    modelTo: paths.reviewModel(programme.id, slot.number, review.region.id),
    modelWords: model?.at
      ? `ロジックモデルは第${model.number}版を示しています（${warekiShort(dayOf(model.at))}）`
      : 'ロジックモデルはまだ示していません',
    mayTakeBack: model?.at != null,
  }
}

export function reviewPage(view: ReviewsView, shown: ReviewShown): ReviewPage & PageBase {
  const { actor, programme, slot, reviews } = view
  const { review, board, model, opinions, form } = shown
  const { region } = review
  const at = [programme.id, slot.number, region.id] as const
  const { at: place, before, after } = neighbours(reviews, region.id)
  const linkTo = (other: Review | null): Link | null =>
    other && { label: other.region.name, href: paths.review(programme.id, slot.number, other.region.id) }
  const says = may(actor, 'opinion.say', programme)
  const list = paths.reviews(programme.id, slot.number)
  return {
    title: `${region.name}　${slot.label}`,
    crumbs: reviewCrumbs(view, { label: '読む地域', href: list }, { label: region.name }),
    name: region.name,
    place: `${place + 1} / ${reviews.length}`,
    before: linkTo(before),
    after: linkTo(after),
    listHref: list,
    board: { ...board, links: [], notes: board.notes.slice(-1) },
    model: model && {
      svg: model.svg,
      note: model.at ? `第${model.number}版。${warekiShort(dayOf(model.at))}に示されたものです` : `第${model.number}版`,
    },
    opinions: opinions.map(shownOpinion),
    say: says
      ? { to: paths.reviewOpinions(...at), form, nextLabel: after ? '送って次の地域へ' : '送って一覧へ' }
      : null,
    unreadTo: review.editionAt ? paths.reviewUnread(...at) : null,
    office: officeOf(view, shown),
  }
}
