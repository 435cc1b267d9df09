import type { RouteTable } from '../../access/doors.ts'
import { markWorkbook } from '../../papers/workbooks/workbook.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf } from '../../platform/files/files.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { file as fileReply, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { type At, onBehalfOf } from '../entries/actions.ts'
import { entryFileName } from '../entries/entries.ts'
import { draftFromFile, entryWorkbook, keptEntryFile, readEntryFile, takeEntryFile } from './actions.ts'
import { UPLOAD, XLSX } from './entry-files.ts'
import { checkPage, newPage } from './pages.ts'

type Here = Call & At

export const entryFileRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/entry/workbook': { may: 'entry.view', run: download },
  'GET /regions/:regionId/entry/workbook/new': { may: 'entry.edit', run: (call) => choose(call) },
  'POST /regions/:regionId/entry/workbook': { may: 'entry.edit', run: take, upload: UPLOAD },
  'GET /regions/:regionId/entry/workbook/:fileId': { may: 'entry.edit', run: check },
  'POST /regions/:regionId/entry/workbook/:fileId': { may: 'entry.edit', run: confirm },
  'GET /regions/:regionId/entry/workbook/:fileId/marked': { may: 'entry.edit', run: marked },
}

async function download(call: Here): Promise<Reply> {
  const empty = call.query.empty === '1'
  const { bytes, entry } = await entryWorkbook(call.ctx, call, empty)
  const name = entryFileName(call, `${entry.template.title}${empty ? '（様式）' : ''}`, call.ctx.now)
  return fileReply({ name, type: XLSX, bytes })
}

async function choose(call: Here, fault?: string): Promise<Reply> {
  const form = fault ? withError(emptyForm(), 'workbook', fault) : emptyForm()
  return page(
    'programme/entry-files/new',
    newPage(call.region, form, onBehalfOf(call.ctx, call.region)),
    fault ? 422 : 200,
  )
}

/** What cannot be read is said at the field; nothing of it is kept. */
async function take(call: Here): Promise<Reply> {
  const upload = call.files.find((f) => f.field === 'workbook')
  if (!upload) return choose(call, Object.values(call.fileFaults)[0] ?? 'Excelファイル（.xlsx）を選んでください')
  try {
    const id = await takeEntryFile(call.ctx, call, upload)
    return redirect(paths.entryWorkbookFile(call.region.id, id))
  } catch (error) {
    if (error instanceof Problem) return choose(call, `「${upload.name}」：${error.message}`)
    throw error
  }
}

async function check(call: Here): Promise<Reply> {
  const file = await keptEntryFile(call.ctx, call, call.params.fileId ?? '')
  return page('programme/entry-files/check', checkPage(call.region, file, await readEntryFile(call.ctx, call, file)))
}

async function confirm(call: Here): Promise<Reply> {
  const file = await keptEntryFile(call.ctx, call, call.params.fileId ?? '')
  const isNew = await draftFromFile(call.ctx, call, file)
  const words = isNew
    ? '読みこんだ内容を下書きにしました。まだ保存も提出もしていません。確かめてから保存してください'
    : 'ファイルの内容は、いまの内容と同じでした'
  return redirect(paths.entry(call.region.id), words)
}

/** The very file that came, with what has to be looked at in yellow. */
async function marked(call: Here): Promise<Reply> {
  const file = await keptEntryFile(call.ctx, call, call.params.fileId ?? '')
  const { faults } = await readEntryFile(call.ctx, call, file)
  const name = file.name.replace(/(\.xlsx)?$/i, '_確認してください.xlsx')
  return fileReply({ name, type: XLSX, bytes: await markWorkbook(await bytesOf(file), faults) })
}
