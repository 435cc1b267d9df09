import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { eraShort } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { groupOf, inGroup } from './entry-list.ts'
import { entryListPage } from './pages.ts'
import { entryLines } from './store.ts'
import { tableOf } from './workbook.ts'

type ProgrammeCall = Call & Seen['programme']

export const entryListRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/entries': { may: 'entries.view', run: show },
  ...tableDoors<'programme'>('/programmes/:programmeId/entries', 'entries.view', taken),
}

const linesFor = (call: ProgrammeCall) =>
  entryLines(call.ctx.db, call.ctx.actor, { programme: call.programme, now: call.ctx.now })

const named = (call: ProgrammeCall) => (call.query.q ?? '').trim().slice(0, 60)

async function show(call: ProgrammeCall): Promise<Reply> {
  const { group, page: at } = call.query
  const number = Number(at)
  const asked = {
    group: groupOf(group),
    q: named(call),
    page: Number.isInteger(number) && number > 0 ? number : 1,
  }
  return page('programme/entry-list/show', entryListPage(call.programme, await linesFor(call), asked))
}

/** As the page narrows it. */
async function taken(call: ProgrammeCall): Promise<NamedList> {
  const group = groupOf(call.query.group)
  const lines = (await linesFor(call)).filter((line) => line.name.includes(named(call)) && inGroup(line, group))
  return { name: `${eraShort(call.programme.fiscalYear)}_エントリー一覧`, ...tableOf(lines) }
}
