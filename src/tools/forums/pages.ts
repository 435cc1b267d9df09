import { type Row, rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import type { PaperAt } from '../papers/papers.ts'
import type { Asked } from '../questions/questions.ts'
import { type BookHead, bookHead } from '../row-books/row-books.ts'
import { FORUM_KINDS, forumBook, MEMBER_STATES } from './forums.ts'

export interface ForumsPage extends BookHead {
  around: RegionFrame
  forums: {
    id: string
    name: string
    kind: string
    facts: { term: string; text: string }[]
    editTo: string | null
    placeTo: string | null
  }[]
  questions: Asked[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/forums/index': ForumsPage
  }
}

const labelIn = (labels: Record<string, string>, key: string | undefined) => labels[key ?? ''] ?? ''

const factsOf = (row: Row) =>
  forumBook.fields
    .filter(({ name }) => !['kind', 'theme', 'membersState'].includes(name))
    .map(({ name, label }) => ({ term: name === 'members' ? membersLabel(row, label) : label, text: row[name] ?? '' }))
    .filter(({ text }) => text !== '')

const membersLabel = (row: Row, label: string): string => {
  const state = labelIn(MEMBER_STATES, row.membersState)
  return state ? `${label}（${state}）` : label
}

export function forumsPage(
  at: PaperAt,
  { regionId, ...given }: Pick<ForumsPage, 'around' | 'questions'> & { regionId: string },
): ForumsPage {
  const home = paths.forum(regionId)
  const writes = at.closed === null
  const rows = rowsIn(at.head.body, 'forums')
  return {
    ...given,
    ...bookHead(at, regionId),
    forums: rows.map((row) => ({
      id: row.id,
      name: forumBook.nameOf(row),
      kind: labelIn(FORUM_KINDS, row.kind),
      facts: factsOf(row),
      editTo: writes ? paths.bookRow(home, row.id) : null,
      placeTo: writes && rows.length > 1 ? paths.bookRowPlace(home, row.id) : null,
    })),
  }
}
