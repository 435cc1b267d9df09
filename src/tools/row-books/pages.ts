import { CIRCLE_READERS } from '../../access/circles.ts'
import type { Row } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import type { ShownRemark } from '../comments/comments.ts'
import type { PaperAt } from '../papers/papers.ts'
import type { Asked } from '../questions/questions.ts'
import type { RowField } from '../row-forms/row-forms.ts'
import type { BookRoom } from './row-books.ts'

export interface BookRowPage {
  around: RegionFrame
  heading: string
  lead: string
  fields: readonly RowField[]
  questions: Asked[]
  remarks: ShownRemark[]
  base: number
  saveTo: string
  removeTo: string | null
  commentTo: string | null
  backTo: string
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/row-books/edit': BookRowPage
  }
}

interface Given {
  at: PaperAt
  regionId: string
  row: Row | null
  around: RegionFrame
  form: FormState
  base: number
  questions: Asked[]
  remarks: ShownRemark[]
}

export function bookRowPage({ book, lead }: BookRoom, given: Given): BookRowPage & { title: string } {
  const { at, regionId, row, ...shown } = given
  const home = at.kind.home(regionId)
  const heading = row ? `${book.noun}「${book.nameOf(row)}」` : `${book.noun}を足す`
  return {
    ...shown,
    title: heading,
    heading,
    lead,
    fields: book.fields,
    saveTo: row ? paths.bookRow(home, row.id) : home,
    removeTo: row ? paths.bookRowRemoval(home, row.id) : null,
    commentTo: row ? `${paths.paperComments(regionId, at.ref)}?path=${book.list}/${row.id}` : null,
    backTo: home,
    readers: CIRCLE_READERS[at.circle],
  }
}
