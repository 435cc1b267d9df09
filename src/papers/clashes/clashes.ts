import type { Crumb } from '../../platform/web/reply.ts'
import type { Answer, Clash } from '../documents/documents.ts'
import type { Body, Template } from '../templates/templates.ts'

/** Two texts for one place: what the page that asks must be told. */
export interface ClashView {
  template: Template
  /** What the person typed; its rows give the places their names. */
  body: Body
  clashes: readonly Clash[]
  against: number
  posted: Record<string, string | string[]>
  given: ReadonlyMap<string, Answer>
  /** Who saved the other text, in words. */
  theirsBy: string
  saveTo: string
  backTo: string
  crumbs: Crumb[]
}
