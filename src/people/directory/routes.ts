import type { RouteTable } from '../../access/doors.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { searchPeople } from '../accounts/store.ts'
import { membershipsOfPeople } from '../memberships/store.ts'
import { readFilters, wordsOf } from './forms.ts'
import { directoryPage, PER_PAGE } from './pages.ts'

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
  'GET /accounts': { may: 'account.invite', run: list },
}
