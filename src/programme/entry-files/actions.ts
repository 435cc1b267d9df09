import { ontoDraft, readingOf } from '../../papers/arrivals/actions.ts'
import type { Reading } from '../../papers/arrivals/arrivals.ts'
import type { Head } from '../../papers/documents/documents.ts'
import { readWorkbook, writeWorkbook } from '../../papers/workbooks/workbook.ts'
import type { ReadWorkbook } from '../../papers/workbooks/workbooks.ts'
import { markChanged } from '../../people/history/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { bytesOf, type StoredFile, storeBytes } from '../../platform/files/files.ts'
import { fileOf, keepFile } from '../../platform/files/store.ts'
import type { Upload } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { type At, type Entry, entryOf, keepEntryDraft, onBehalfOf, ownDraft } from '../entries/actions.ts'
import { ENTRY_FILE } from './entry-files.ts'

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
  return keep(ctx, async (db) => {
    await markChanged(db, { kind: 'region', id: at.region.id }, now.toISOString())
    return keepFile(db, given, now)
  })
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

/** What was read well becomes this person's draft; handing in stays a deed of its own. */
export async function draftFromFile(ctx: Ctx, at: At, file: StoredFile): Promise<boolean> {
  const { base, fields } = await readEntryFile(ctx, at, file)
  const entry = await entryOf(ctx, at)
  const open = await ownDraft(ctx, entry)
  const onto = open && entry.document && (await ontoDraft(ctx, entry.document.id, { open, base, fields }))
  return keepEntryDraft(ctx, at, { tab: 'excel', base, fields, ...onto, source: 'excel', fileId: file.id })
}
