import { ontoDraft, readingOf } from '../../papers/arrivals/actions.ts'
import type { Reading } from '../../papers/arrivals/arrivals.ts'
import { fieldsOf } from '../../papers/templates/templates.ts'
import { readWorkbook, writeWorkbook } from '../../papers/workbooks/workbook.ts'
import type { ReadWorkbook } from '../../papers/workbooks/workbooks.ts'
import { markChanged } from '../../people/history/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { bytesOf, type StoredFile, storeBytes } from '../../platform/files/files.ts'
import { fileOf, keepFile } from '../../platform/files/store.ts'
import type { Upload } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { titleOf } from '../papers/papers.ts'
import { writesOwn } from '../papers/store.ts'
import { keepSheetDraft } from '../sheets/actions.ts'
import { ownForm, type SheetAt } from '../sheets/sheets.ts'
import { ownDraft } from '../sheets/store.ts'
import { fileAbout } from './sheet-files.ts'

/** The sheet with the reader's own unsaved words. */
async function seen(ctx: Ctx, at: SheetAt): Promise<SheetAt> {
  const open = at.closed === null && !at.removed ? await ownDraft(ctx, at) : null
  return open ? { ...at, head: { number: open.base, body: open.body } } : at
}

/** Empty, or with what its reader sees. */
export async function sheetWorkbook(ctx: Ctx, region: Region, at: SheetAt, empty: boolean): Promise<Buffer> {
  const { template, head } = await seen(ctx, at)
  const isFilled = !empty && Object.keys(head.body).length > 0
  const defined = {
    ...{ template: template.key, version: template.version },
    ...{ region: `${region.id}/${at.ref}`, revision: isFilled && head.number > 0 ? String(head.number) : '' },
  }
  return writeWorkbook({
    template,
    body: isFilled ? head.body : {},
    defined,
    heading: `${region.name}　${titleOf(at)}`,
  })
}

/** A file taken from another region, or from another of several sheets, is not for this one. */
async function readOf(region: Region, at: SheetAt, bytes: Buffer): Promise<ReadWorkbook> {
  const read = await readWorkbook(bytes, at.template)
  const of = read.defined.region
  if (of && of !== `${region.id}/${at.ref}`)
    throw new Problem(
      'invalid',
      'これは別の地域か、別のシートのために受け取ったファイルです。このシートの画面から受け取ったファイルを選んでください',
    )
  const own = new Set(fieldsOf(ownForm(at)).map((field) => field.key))
  return { ...read, body: Object.fromEntries(Object.entries(read.body).filter(([key]) => own.has(key))) }
}

/** The original stays, whatever becomes of it: bytes first, then the row. What is no sheet is not kept. */
export async function takeSheetFile(ctx: Ctx, region: Region, at: SheetAt, upload: Upload): Promise<string> {
  if (at.closed) throw new Problem('forbidden', at.closed)
  await readOf(region, at, upload.bytes)
  await storeBytes(upload.bytes)
  const { personId } = ctx.actor
  const given = {
    ...{
      name: upload.name,
      mime: upload.type,
      bytes: upload.bytes,
      circle: at.circle,
      about: fileAbout(at.kind.title),
    },
    ...{ regionId: region.id, programmeId: region.programmeId, personId },
    onBehalfOf: writesOwn(ctx, region, at.kind) ? null : region.name,
  }
  return keep(ctx, async (db) => {
    await markChanged(db, { kind: 'region', id: region.id }, ctx.now.toISOString())
    return keepFile(db, given, ctx.now)
  })
}

export async function keptSheetFile(ctx: Ctx, region: Region, at: SheetAt, id: string): Promise<StoredFile> {
  const file = await fileOf(ctx.db, id)
  const isOurs = file && file.regionId === region.id && file.about === fileAbout(at.kind.title) && !file.deletedAt
  if (!isOurs || at.closed) throw notFound()
  return file
}

/** What the file would change, field by field; nothing has changed yet. */
export async function readSheetFile(ctx: Ctx, region: Region, at: SheetAt, file: StoredFile): Promise<Reading> {
  const read = await readOf(region, at, await bytesOf(file))
  return readingOf(ctx, await seen(ctx, at), read)
}

/** What was read well becomes this person's draft, like anything typed. */
export async function draftFromFile(ctx: Ctx, region: Region, at: SheetAt, file: StoredFile): Promise<boolean> {
  const { base, fields } = await readSheetFile(ctx, region, at, file)
  const open = await ownDraft(ctx, at)
  const onto = open && at.document && (await ontoDraft(ctx, at.document.id, { open, base, fields }))
  return keepSheetDraft(ctx, region, at, { tab: 'excel', base, fields, ...onto, source: 'excel', fileId: file.id })
}
