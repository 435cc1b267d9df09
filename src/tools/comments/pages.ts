import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import { type PaperAt, titleOf } from '../papers/papers.ts'
import type { Remark } from './comments.ts'

export interface ShownRemark {
  id: string
  isAdvice: boolean
  place: string
  quote: string
  text: string
  by: string
  isGone: boolean
  ended: string | null
  endTo: string | null
}

/** Remarks beside a place: the same partial on every tool's page. */
export const shownRemarks = (
  remarks: readonly Remark[],
  at: { regionId: string; ref: string; mayEnd: boolean },
): ShownRemark[] =>
  remarks.map((r) => ({
    ...{ id: r.id, isAdvice: r.kind === 'advice', place: r.place, quote: r.quote, text: r.text },
    ...{ isGone: r.isGone, ended: r.ended },
    by: `${r.by}　${warekiShort(dayOf(r.at))}`,
    endTo: r.kind === 'comment' && !r.ended && at.mayEnd ? paths.paperCommentEnd(at.regionId, at.ref, r.id) : null,
  }))

export interface CommentsPage {
  around: RegionFrame
  heading: string
  /** The place a new comment is about, with its words. */
  about: { place: string; quote: string } | null
  path: string
  remarks: ShownRemark[]
  saveTo: string | null
  adviseTo: string | null
  readers: string
  backTo: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/comments/index': CommentsPage
  }
}

export function commentsPage(
  at: PaperAt,
  given: Omit<CommentsPage, 'heading' | 'readers'>,
): CommentsPage & { title: string } {
  const heading = `${titleOf(at)}へのコメントと助言`
  return { ...given, heading, title: heading, readers: CIRCLE_READERS[at.circle] }
}
