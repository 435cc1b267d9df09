import { CIRCLE_READERS } from '../../access/circles.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import { type PaperAt, titleOf } from '../papers/papers.ts'
import type { ShownRemark } from './comments.ts'

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
