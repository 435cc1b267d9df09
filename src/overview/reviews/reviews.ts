import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Slot } from '../../support/meetings/meetings.ts'

/** One region as its reader has it before a meeting. */
export interface Review {
  region: Region
  /** When what may be read was last put to the WG; null: nothing yet. */
  editionAt: string | null
  readAt: string | null
  /** What this reader and the others said about it. */
  opinions: number
}

export const REVIEW_STATES = {
  none: 'まだ示されていません',
  unread: 'まだ読んでいない',
  renewed: '読んだあとに新しくなりました',
  read: '読んだ',
} as const
export type ReviewState = keyof typeof REVIEW_STATES

export function reviewState({ editionAt, readAt }: Pick<Review, 'editionAt' | 'readAt'>): ReviewState {
  if (!editionAt) return 'none'
  if (!readAt) return 'unread'
  return readAt < editionAt ? 'renewed' : 'read'
}

/** Still to be read. */
export const isAwaited = (review: Pick<Review, 'editionAt' | 'readAt'>): boolean =>
  ['unread', 'renewed'].includes(reviewState(review))

/** The one before and the one after, in the order of the list. */
export function neighbours<T extends { region: { id: string } }>(all: readonly T[], regionId: string) {
  const at = all.findIndex(({ region }) => region.id === regionId)
  return { at, before: all[at - 1] ?? null, after: at < 0 ? null : (all[at + 1] ?? null) }
}

export interface ReviewsView {
  actor: Actor
  programme: Programme
  slot: Slot
  reviews: readonly Review[]
}

/** ホーム › 令和7年度… › 年度の会 › 第2回WG › … */
export const reviewCrumbs = ({ programme, slot }: ReviewsView, ...rest: { label: string; href?: string }[]) =>
  programmeCrumbs(
    programme,
    { label: '年度の会', href: paths.yearMeetings(programme.id) },
    { label: slot.label, href: paths.yearMeeting(programme.id, slot.number) },
    ...rest,
  )
