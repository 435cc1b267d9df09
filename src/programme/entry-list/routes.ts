import type { RouteTable, Seen } from '../../access/doors.ts'
import { csvOf } from '../../platform/office/csv.ts'
import { writeTable } from '../../platform/office/office.ts'
import { eraShort, stampOf } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { groupOf } from './entry-list.ts'
import { entryListPage } from './pages.ts'
import { entryLines } from './store.ts'
import { tableOf } from './workbook.ts'

type ProgrammeCall = Call & Seen['programme']

export const entryListRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/entries': { may: 'entries.view', run: show },
  'GET /programmes/:programmeId/entries/table.xlsx': { may: 'entries.view', run: workbook },
  'GET /programmes/:programmeId/entries/table.csv': { may: 'entries.view', run: csv },
}

const linesFor = (call: ProgrammeCall) =>
  entryLines(call.ctx.db, call.ctx.actor, { programme: call.programme, now: call.ctx.now })

async function show(call: ProgrammeCall): Promise<Reply> {
  const { group, q = '', page: at } = call.query
  const number = Number(at)
  const asked = {
    group: groupOf(group),
    q: q.trim().slice(0, 60),
    page: Number.isInteger(number) && number > 0 ? number : 1,
  }
  return page('programme/entry-list/show', entryListPage(call.programme, await linesFor(call), asked))
}

const nameOf = (call: ProgrammeCall, extension: string) =>
  `${eraShort(call.programme.fiscalYear)}_エントリー一覧_${stampOf(call.ctx.now).slice(0, 8)}.${extension}`

async function workbook(call: ProgrammeCall): Promise<Reply> {
  const table = tableOf(await linesFor(call))
  const bytes = await writeTable({
    sheetName: 'エントリー',
    heading: `${call.programme.name}　エントリーの一覧`,
    ...table,
  })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return file({ name: nameOf(call, 'xlsx'), type, bytes })
}

async function csv(call: ProgrammeCall): Promise<Reply> {
  return file({
    name: nameOf(call, 'csv'),
    type: 'text/csv; charset=utf-8',
    bytes: csvOf(tableOf(await linesFor(call))),
  })
}
