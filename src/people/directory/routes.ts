import { type RouteTable, tableDoors } from '../../access/doors.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { everyRow } from '../../platform/office/take-along.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { searchPeople } from '../accounts/store.ts'
import { membershipsOfPeople } from '../memberships/store.ts'
import { readFilters, wordsOf } from './forms.ts'
import { directoryPage, PER_PAGE } from './pages.ts'
import { peopleList } from './workbook.ts'

async function list({ ctx, query }: Call): Promise<Reply> {
  const filters = readFilters(query)
  const on = today(ctx.now)
  const { role, left } = filters
  const offset = (filters.page - 1) * PER_PAGE
  const found = await searchPeople(ctx.db, { words: wordsOf(filters.q), role, left, on, limit: PER_PAGE, offset })
  const ids = found.rows.map((person) => person.id)
  const memberships = await membershipsOfPeople(ctx.db, ids, on)
  return page('people/directory/index', directoryPage({ filters, found, memberships }))
}

export const directoryRoutes: RouteTable<'plain'> = {
  ...tableDoors<'plain'>('/accounts', 'account.invite', taken),
  'GET /accounts': { may: 'account.invite', run: list },
}

async function taken({ ctx, query }: Call): Promise<NamedList> {
  const { q, role, left } = readFilters(query)
  const on = today(ctx.now)
  const rows = await everyRow((part) => searchPeople(ctx.db, { words: wordsOf(q), role, left, on, ...part }), 2_000)
  const ids = rows.map(({ id }) => id)
  return { name: '名簿', ...peopleList(rows, await membershipsOfPeople(ctx.db, ids, on)) }
}
