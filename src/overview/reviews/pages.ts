import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { type Slot, whenOf } from '../../support/meetings/meetings.ts'
import { type Answered, landingText, OPINION_STATES, stateOf } from '../../support/wg-opinions/wg-opinions.ts'
import type { BoardPage } from '../boards/pages.ts'
import { isAwaited, neighbours, REVIEW_STATES, type Review, reviewState } from './reviews.ts'

interface Link {
  label: string
  href: string
}

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
    'overview/reviews/index': ReviewsPage
    'overview/reviews/show': ReviewPage
  }
}

const SHAPES = { none: 'none', unread: 'arrange', renewed: 'fixed', read: 'done' } as const
const ANSWER_SHAPES = { open: 'none', doing: 'arrange', done: 'done', declined: 'no' } as const

export interface ReviewsView {
  actor: Actor
  programme: Programme
  slot: Slot
  reviews: readonly Review[]
}

const crumbsOf = ({ programme, slot }: ReviewsView, ...rest: { label: string; href?: string }[]) =>
  programmeCrumbs(
    programme,
    { label: '年度の会', href: paths.yearMeetings(programme.id) },
    { label: slot.label, href: paths.yearMeeting(programme.id, slot.number) },
    ...rest,
  )

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
    crumbs: crumbsOf(view, { label: '読む地域' }),
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
    crumbs: crumbsOf(view, { label: '読む地域', href: list }, { label: region.name }),
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
