import type { RouteTable, Seen } from '../../access/doors.ts'
import { markWorkbook } from '../../papers/workbooks/workbook.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf } from '../../platform/files/files.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { file as fileReply, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { titleOf } from '../papers/papers.ts'
import { writesOwn } from '../papers/store.ts'
import { type SheetAt, sheetFileName } from '../sheets/sheets.ts'
import { sheetAt } from '../sheets/store.ts'
import { draftFromFile, keptSheetFile, readSheetFile, sheetWorkbook, takeSheetFile } from './actions.ts'
import { checkPage, newPage } from './pages.ts'
import { UPLOAD, XLSX } from './sheet-files.ts'

type Here = Call & Seen['region']

const BASE = '/regions/:regionId/sheets/:ref/workbook'

export const sheetFileRoutes: RouteTable<'region'> = {
  [`GET ${BASE}` as const]: { may: 'paper.view', run: download },
  [`GET ${BASE}/new` as const]: { may: 'paper.view', run: (call: Here) => choose(call) },
  [`POST ${BASE}` as const]: { may: 'paper.view', run: take, upload: UPLOAD },
  [`GET ${BASE}/:fileId` as const]: { may: 'paper.view', run: check },
  [`POST ${BASE}/:fileId` as const]: { may: 'paper.view', run: confirm },
  [`GET ${BASE}/:fileId/marked` as const]: { may: 'paper.view', run: marked },
}

const trail = ({ region }: Here, at: SheetAt, here: string) =>
  regionCrumbs(region, ['シート', paths.sheets(region.id)], [titleOf(at), paths.sheet(region.id, at.ref)], here)

const where = ({ region }: Here, { ref }: SheetAt) => ({ regionId: region.id, ref })

async function download(call: Here): Promise<Reply> {
  const at = await sheetAt(call)
  const empty = call.query.empty === '1'
  const bytes = await sheetWorkbook(call.ctx, call.region, at, empty)
  const name = sheetFileName(call.region.name, `${titleOf(at)}${empty ? '（様式）' : ''}`, call.ctx.now)
  return fileReply({ name, type: XLSX, bytes })
}

async function choose(call: Here, fault?: string): Promise<Reply> {
  const at = await sheetAt(call)
  if (at.closed) throw new Problem('forbidden', at.closed)
  const form = fault ? withError(emptyForm(), 'workbook', fault) : emptyForm()
  const isOwn = writesOwn(call.ctx, call.region, at.kind)
  const props = newPage(where(call, at), { sheet: titleOf(at), form, behalf: isOwn ? null : call.region.name })
  const crumbs = trail(call, at, 'Excelを読みこむ')
  return page('tools/sheet-files/new', { ...props, title: 'Excelを読みこむ', crumbs }, fault ? 422 : 200)
}

/** What cannot be read is said at the field; nothing of it is kept. */
async function take(call: Here): Promise<Reply> {
  const [upload] = call.files
  const fault = call.fileFaults.workbook ?? (upload ? null : 'Excelファイル（.xlsx）を選んでください')
  if (fault || !upload) return choose(call, fault ?? '')
  const at = await sheetAt(call)
  try {
    const id = await takeSheetFile(call.ctx, call.region, at, upload)
    return redirect(paths.sheetWorkbookFile(call.region.id, at.ref, id))
  } catch (error) {
    if (!(error instanceof Problem) || !['invalid', 'too_large'].includes(error.code)) throw error
    return choose(call, error.message)
  }
}

async function check(call: Here): Promise<Reply> {
  const at = await sheetAt(call)
  const file = await keptSheetFile(call.ctx, call.region, at, call.params.fileId ?? '')
  const props = checkPage(where(call, at), file, await readSheetFile(call.ctx, call.region, at, file))
  const title = 'ファイルの内容を確かめる'
  return page('tools/sheet-files/check', { ...props, title, crumbs: trail(call, at, title) })
}

async function confirm(call: Here): Promise<Reply> {
  const at = await sheetAt(call)
  const file = await keptSheetFile(call.ctx, call.region, at, call.params.fileId ?? '')
  const isNew = await draftFromFile(call.ctx, call.region, at, file)
  const words = isNew
    ? 'ファイルの内容を書きかけにしました。確かめて「保存する」を押してください'
    : 'ファイルの内容は、保存済みの内容と同じです'
  return redirect(paths.sheet(call.region.id, at.ref), words)
}

async function marked(call: Here): Promise<Reply> {
  const at = await sheetAt(call)
  const file = await keptSheetFile(call.ctx, call.region, at, call.params.fileId ?? '')
  const { faults } = await readSheetFile(call.ctx, call.region, at, file)
  const name = file.name.replace(/(\.xlsx)?$/i, '_確認してください.xlsx')
  return fileReply({ name, type: XLSX, bytes: await markWorkbook(await bytesOf(file), faults) })
}
