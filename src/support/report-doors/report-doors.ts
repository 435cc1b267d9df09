import type { Ctx } from '../../platform/ctx.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Round } from '../reports/reports.ts'

/** The page of the three lines as somebody came to it: signed in, or by the link of a letter. */
export interface Door {
  ctx: Ctx
  region: Region
  programme: Programme
  round: Round
  isLink: boolean
  saveTo: string
  /** Drafts belong to a person: without one the words stay in the browser until they are saved. */
  draftTo: string | null
}

export const LINK_GONE =
  'このリンクは期限が切れたか、担当が変わったため使えません。事務局に新しいリンクをお頼みください'
