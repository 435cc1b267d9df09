import type { Region } from '../../programme/regions/regions.ts'

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
