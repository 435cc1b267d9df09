import { CIRCLE_READERS, CIRCLES } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { SectionKey } from '../../programme/sections/sections.ts'
import type { PaperAt, PaperKind } from '../papers/papers.ts'
import type { RowBook } from '../row-forms/row-forms.ts'

/** A list of rows with a page for each row: what its pages must be told. */
export interface BookRoom {
  kind: PaperKind
  book: RowBook
  /** `/regions/:regionId/partners` */
  base: `/${string}`
  section: SectionKey
  lead: string
}

/** What stands above every such list: who reads it, what can be done, where else it goes. */
export interface BookHead {
  heading: string
  circle: string
  readers: string
  closed: string | null
  newTo: string | null
  versionsTo: string
  commentsTo: string
  workbookTo: string
  arrivalTo: string
}

export const bookHead = ({ kind, circle, closed, ref }: PaperAt, regionId: string): BookHead => ({
  heading: kind.title,
  circle: CIRCLES[circle],
  readers: CIRCLE_READERS[circle],
  closed,
  newTo: closed === null ? paths.bookRowNew(kind.home(regionId)) : null,
  versionsTo: paths.paperRevisions(regionId, ref),
  commentsTo: paths.paperComments(regionId, ref),
  workbookTo: paths.paperWorkbook(regionId, ref),
  arrivalTo: paths.paperUpload(regionId, ref),
})
