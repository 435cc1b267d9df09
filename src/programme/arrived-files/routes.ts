import type { RouteTable } from '../../access/doors.ts'
import { markWorkbook } from '../../papers/workbooks/workbook.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file as fileReply, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { XLSX } from '../entry-files/entry-files.ts'
import type { Programme } from '../programmes/programmes.ts'
import { keepArrived, readArrived, takeArrived } from './actions.ts'
import { chosenIn, chosenText, UPLOAD_MANY } from './arrived-files.ts'
import { arrivalSchema, confirmedIn } from './forms.ts'
import { checkPage, newPage } from './pages.ts'

type Here = Call & { programme: Programme }

export const arrivedFileRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/entries/upload': { may: 'entries.view', run: (call) => choose(call) },
  'POST /programmes/:programmeId/entries/upload': { may: 'entries.view', run: take, upload: UPLOAD_MANY },
  'GET /programmes/:programmeId/entries/upload/check': { may: 'entries.view', run: (call) => check(call) },
  'POST /programmes/:programmeId/entries/upload/check': { may: 'entries.view', run: confirm },
  'GET /programmes/:programmeId/entries/upload/files/:fileId/marked': { may: 'entries.view', run: marked },
}

async function choose(call: Here, form: FormState = emptyForm({ on: '' })): Promise<Reply> {
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return page('programme/arrived-files/new', newPage(call.programme, form), status)
}

async function take(call: Here): Promise<Reply> {
  const input = readForm(arrivalSchema(today(call.ctx.now)), call.body)
  if (!input.ok) return choose(call, input.form)
  const [fault] = Object.values(call.fileFaults)
  if (fault) return choose(call, withError(input.form, 'workbooks', fault))
  if (call.files.length === 0)
    return choose(call, withError(input.form, 'workbooks', 'Excelファイル（.xlsx）を選んでください'))
  const ids = await keepArrived(call.ctx, call.programme, call.files)
  return redirect(paths.entryUploadCheck(call.programme.id, ids, input.data.on))
}

async function check(call: Here): Promise<Reply> {
  const chosen = chosenIn(call.query.files)
  const input = readForm(arrivalSchema(today(call.ctx.now)), { on: call.query.on ?? '' })
  if (chosen.length === 0 || !input.ok) return redirect(paths.entryUpload(call.programme.id))
  const table = await readArrived(call.ctx, call.programme, chosen)
  if (table.arrived.length === 0) throw notFound()
  return page(
    'programme/arrived-files/check',
    checkPage({ programme: call.programme, ...table, on: input.data.on, form: emptyForm() }),
  )
}

/** A file goes in as the table showed it: another region than shown means looking again first. */
async function confirm(call: Here): Promise<Reply> {
  const { shown, chosen, taken, again } = confirmedIn(call.body)
  const input = readForm(arrivalSchema(today(call.ctx.now)), call.body)
  if (shown.length === 0 || !input.ok) return redirect(paths.entryUpload(call.programme.id))
  const { on } = input.data
  const differs = chosen.some((c, i) => taken.has(c.fileId) && c.regionId !== shown[i]?.regionId)
  const back = (words?: string) =>
    redirect(paths.entryUploadCheck(call.programme.id, chosen.map(chosenText), on), words)
  if (again) return back()
  if (differs) return back('地域を選びなおしたファイルがあります。もう一度、内容を確かめてください')
  if (taken.size === 0) return back('取りこむファイルに印をつけてください')
  const { arrived } = await readArrived(
    call.ctx,
    call.programme,
    chosen.filter((c) => taken.has(c.fileId)),
  )
  const { taken: done, left } = await takeArrived(call.ctx, call.programme, { arrived, on })
  const rest = left.length > 0 ? `${left.length}件は、町が画面で書いた内容と食い違うため取りこんでいません` : ''
  const words =
    done.length > 0 ? `${done.length}件を取りこみました（${done.slice(0, 5).join('、')}）。提出はしていません。` : ''
  return redirect(paths.programmeEntries(call.programme.id), words + rest)
}

async function marked(call: Here): Promise<Reply> {
  const { arrived } = await readArrived(call.ctx, call.programme, [
    { fileId: call.params.fileId ?? '', regionId: null },
  ])
  const [one] = arrived
  if (!one?.reading) throw notFound()
  const name = one.file.name.replace(/(\.xlsx)?$/i, '_確認してください.xlsx')
  return fileReply({ name, type: XLSX, bytes: await markWorkbook(await bytesOf(one.file), one.reading.faults) })
}
