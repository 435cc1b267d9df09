import { belongs } from '../../access/actor.ts'
import type { Saved, ToSave } from '../../papers/documents/documents.ts'
import { markChanged } from '../../people/history/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { bytesOf, storeBytes } from '../../platform/files/files.ts'
import { fileOf, keepFile } from '../../platform/files/store.ts'
import type { Upload } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { readPastedModel } from '../model-pastes/body.ts'
import type { PastedModel } from '../model-pastes/model-pastes.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import type { CellFault, ReadModel } from '../model-workbooks/model-workbooks.ts'
import { readModelWorkbook } from '../model-workbooks/workbook.ts'
import { savePaper } from '../papers/actions.ts'
import type { PaperAt } from '../papers/papers.ts'
import { FILE_ABOUT } from './model-files.ts'

interface TakenFile {
  faults: CellFault[]
  notes: string[]
  saved: Saved | null
  /** Where the original is kept, so that a clash can be answered without choosing the file again. */
  fileId: string
}

/** Faults: nothing is saved, nothing is kept. A file of ours is merged with what was written since it was received. */
export async function takeWorkbook(ctx: Ctx, region: Region, at: PaperAt, upload: Upload): Promise<TakenFile> {
  const read = await readFor(region, at, upload.bytes)
  if (read.faults.length > 0) return { ...read, saved: null, fileId: '' }
  await storeBytes(upload.bytes)
  const given = {
    ...{ name: upload.name, mime: upload.type, bytes: upload.bytes, circle: at.circle, about: FILE_ABOUT },
    ...{ regionId: region.id, programmeId: region.programmeId, personId: ctx.actor.personId },
    onBehalfOf: belongs(ctx.actor, region) ? null : region.name,
  }
  const fileId = await keep(ctx, async (db) => {
    await markChanged(db, { kind: 'region', id: region.id }, ctx.now.toISOString())
    return keepFile(db, given, ctx.now)
  })
  return { ...read, fileId, saved: await saveRead(ctx, region, at, { read, fileId, name: upload.name }) }
}

/** The same file once more, with what was chosen on the page of two texts. */
export async function retakeWorkbook(
  ctx: Ctx,
  region: Region,
  at: PaperAt,
  { fileId, ...resolve }: { fileId: string } & Pick<ToSave, 'resolve'>,
): Promise<TakenFile> {
  const file = await fileOf(ctx.db, fileId)
  if (!file || file.regionId !== region.id || file.about !== FILE_ABOUT || file.deletedAt) throw notFound()
  const read = await readFor(region, at, await bytesOf(file))
  return { ...read, fileId, saved: await saveRead(ctx, region, at, { read, fileId, name: file.name, ...resolve }) }
}

const OTHERS = 'これは別の地域のロジックモデルのファイルです。この地域の画面から受け取ったファイルを選んでください'

async function readFor(region: Region, at: PaperAt, bytes: Buffer): Promise<ReadModel> {
  const read = await readModelWorkbook(bytes, at.head.body)
  const isForeign = read.region !== null && read.region !== region.id
  if (isForeign || (read.revision ?? 0) > at.head.number) throw new Problem('invalid', OTHERS)
  return read
}

const saveRead = (
  ctx: Ctx,
  region: Region,
  at: PaperAt,
  { read, fileId, name, ...resolve }: { read: ReadModel; fileId: string; name: string } & Pick<ToSave, 'resolve'>,
): Promise<Saved> =>
  savePaper(ctx, region, logicModelKind, {
    ...{ base: read.revision ?? at.head.number, edit: () => read.body },
    ...{ note: `${name}を読みこんだ`, source: 'excel' as const, fileId },
    ...resolve,
  })

/** Read from what stands at this very moment: an added table can't clash. */
export async function takeTable(
  ctx: Ctx,
  region: Region,
  { at, pasted }: { at: PaperAt; pasted: string },
): Promise<PastedModel & { saved: Saved | null }> {
  const read = readPastedModel(pasted, at.head.body)
  if (read.faults.length > 0) return { ...read, saved: null }
  const edit = (body: PaperAt['head']['body']) => readPastedModel(pasted, body).body
  const saved = await savePaper(ctx, region, logicModelKind, { edit, note: '表を貼りつけた', source: 'excel' })
  return { ...read, saved }
}
