import type { Ctx } from '../../platform/ctx.ts'
import { withFields } from '../documents/body.ts'
import { merge } from '../documents/diff.ts'
import type { Document, Head } from '../documents/documents.ts'
import { bodyAt } from '../documents/store.ts'
import type { OpenDraft } from '../drafts/actions.ts'
import { markOf } from '../drafts/drafts.ts'
import type { Body, Template } from '../templates/templates.ts'
import type { ReadWorkbook } from '../workbooks/workbooks.ts'
import { compared, type Reading, withKnownRows } from './arrivals.ts'

interface Sheet {
  document: Document | undefined
  template: Template
  head: Head
}

/** What a file would change. One that says from which revision it was taken is merged from there. */
export async function readingOf(ctx: Ctx, { document, template, head }: Sheet, read: ReadWorkbook): Promise<Reading> {
  const taken = Number(read.defined.revision)
  const isOlder = document !== undefined && read.defined.revision && taken > 0 && taken < head.number
  const base = isOlder ? await bodyAt(ctx.db, document.id, taken) : head
  const fields = withKnownRows(template, base.body, read)
  const rows = compared(template, { base: base.body, head, fields, cells: read.cells })
  return { base: base.number, fields, rows, faults: read.faults, notes: read.notes }
}

/** The file laid over words typed before and not saved: one draft, nothing of either lost. Null where they contradict. */
export async function ontoDraft({ db }: Ctx, documentId: string, at: { open: OpenDraft; base: number; fields: Body }) {
  const { open, base, fields } = at
  const began = base === open.base ? open.body : (await bodyAt(db, documentId, base)).body
  const { body, clashes } = merge({ base: began, theirs: open.body, mine: withFields(began, fields) })
  if (clashes.length > 0) return null
  const keys = Object.keys({ ...open.draft.fields, ...fields })
  const both: Body = Object.fromEntries(keys.map((key) => [key, body[key] ?? '']))
  return { base: open.base, fields: both, from: markOf(open.draft) }
}
