import type { Crumb } from '../../platform/web/reply.ts'
import type { Answer, Clash, PaperWords } from '../documents/documents.ts'
import type { Body } from '../templates/templates.ts'

/** Two texts for one place: what the page that asks must be told. */
export interface ClashView {
  words: PaperWords
  /** What the person typed; its rows give the places their names. */
  body: Body
  clashes: readonly Clash[]
  against: number
  posted: Record<string, string | string[]>
  /** What else comes along; absent: the sheet's own fields. */
  carried?: readonly { name: string; value: string }[]
  given: ReadonlyMap<string, Answer>
  /** Who saved the other text, in words. */
  theirsBy: string
  saveTo: string
  backTo: string
  crumbs: Crumb[]
}
