import { withFields } from '../../papers/documents/body.ts'
import { merge } from '../../papers/documents/diff.ts'
import type { Head } from '../../papers/documents/documents.ts'
import { bodyAt } from '../../papers/documents/store.ts'
import type { OpenDraft } from '../../papers/drafts/actions.ts'
import { markOf } from '../../papers/drafts/drafts.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { readWorkbook, writeWorkbook } from '../../papers/workbooks/workbook.ts'
import type { ReadWorkbook } from '../../papers/workbooks/workbooks.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { bytesOf, type StoredFile, storeBytes } from '../../platform/files/files.ts'
import { fileOf, keepFile } from '../../platform/files/store.ts'
import type { Upload } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { type At, type Entry, entryOf, keepEntryDraft, onBehalfOf, ownDraft } from '../entries/actions.ts'
import { compared, ENTRY_FILE, type Reading, withKnownRows } from './entry-files.ts'

/** The sheet as a workbook, empty or with what its reader sees in the form. */
export async function entryWorkbook(ctx: Ctx, at: At, empty: boolean): Promise<{ bytes: Buffer; entry: Entry }> {
  const entry = await entryOf(ctx, at)
  const { template } = entry
  const head = await seenHead(ctx, entry)
  const filled = !empty && Object.keys(head.body).length > 0
  const defined = {
    template: template.key,
    version: template.version,
    region: at.region.id,
    revision: filled && head.number > 0 ? String(head.number) : '',
  }
  const bytes = await writeWorkbook({ template, body: filled ? head.body : {}, defined, heading: at.region.name })
  return { bytes, entry }
}

/** The head with the reader's own unsaved words. */
async function seenHead(ctx: Ctx, entry: Entry): Promise<Head> {
  const open = await ownDraft(ctx, entry)
  return open ? { number: open.base, body: open.body } : entry.head
}

/** The original stays, whatever becomes of it: bytes first, then the row. Read once before, so that what is no sheet is not kept. */
export async function takeEntryFile(ctx: Ctx, at: At, upload: Upload): Promise<string> {
  await readOf(ctx, at, upload.bytes)
  await storeBytes(upload.bytes)
  const { actor, now } = ctx
  const whose = {
    regionId: at.region.id,
    programmeId: at.programme.id,
    personId: actor.personId,
    onBehalfOf: onBehalfOf(ctx, at.region),
  }
  const given = {
    name: upload.name,
    mime: upload.type,
    bytes: upload.bytes,
    circle: 'town',
    about: ENTRY_FILE,
    ...whose,
  }
  return keep(ctx, (db) => keepFile(db, given, now))
}

export async function keptEntryFile(ctx: Ctx, { region }: At, id: string): Promise<StoredFile> {
  const file = await fileOf(ctx.db, id)
  if (!file || file.regionId !== region.id || file.about !== ENTRY_FILE || file.deletedAt) throw notFound()
  return file
}

/** Reads the bytes for this region's sheet; another region's file is refused. */
async function readOf(ctx: Ctx, at: At, bytes: Buffer): Promise<{ entry: Entry; read: ReadWorkbook }> {
  const entry = await entryOf(ctx, at)
  const read = await readWorkbook(bytes, entry.template)
  if (read.defined.region && read.defined.region !== at.region.id)
    throw new Problem(
      'invalid',
      'これは別の地域のために受け取ったファイルです。この地域の画面から受け取ったファイルを選んでください',
    )
  return { entry, read }
}

/** What the file would change. A file that says from which revision it was taken is merged from there. */
export async function readEntryFile(ctx: Ctx, at: At, file: StoredFile): Promise<Reading> {
  const { entry, read } = await readOf(ctx, at, await bytesOf(file))
  return readingOf(ctx, { ...entry, head: await seenHead(ctx, entry) }, read)
}

export async function readingOf(ctx: Ctx, { document, template, head }: Entry, read: ReadWorkbook): Promise<Reading> {
  const taken = Number(read.defined.revision)
  const isOlder = document !== undefined && read.defined.revision && taken > 0 && taken < head.number
  const base = isOlder ? await bodyAt(ctx.db, document.id, taken) : head
  const fields = withKnownRows(template, base.body, read)
  const rows = compared(template, { base: base.body, head, fields, cells: read.cells })
  return { base: base.number, fields, rows, faults: read.faults, notes: read.notes }
}

/** The file laid over words typed before and not saved: one draft, nothing of either lost. Null where they contradict. */
async function joined({ db }: Ctx, documentId: string, at: { open: OpenDraft; base: number; fields: Body }) {
  const { open, base, fields } = at
  const began = base === open.base ? open.body : (await bodyAt(db, documentId, base)).body
  const { body, clashes } = merge({ base: began, theirs: open.body, mine: withFields(began, fields) })
  if (clashes.length > 0) return null
  const keys = Object.keys({ ...open.draft.fields, ...fields })
  const both: Body = Object.fromEntries(keys.map((key) => [key, body[key] ?? '']))
  return { base: open.base, fields: both, from: markOf(open.draft) }
}

/** What was read well becomes this person's draft; handing in stays a deed of its own. */
export async function draftFromFile(ctx: Ctx, at: At, file: StoredFile): Promise<boolean> {
  const { base, fields } = await readEntryFile(ctx, at, file)
  const entry = await entryOf(ctx, at)
  const open = await ownDraft(ctx, entry)
  const onto = open && entry.document && (await joined(ctx, entry.document.id, { open, base, fields }))
  return keepEntryDraft(ctx, at, { tab: 'excel', base, fields, ...onto, source: 'excel', fileId: file.id })
}
