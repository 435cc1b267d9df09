import type { SectionKey } from '../../programme/sections/sections.ts'
import type { PaperKind } from '../papers/papers.ts'
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
