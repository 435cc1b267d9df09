import type { RouteTable } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { searchOrganisations } from '../../people/organisations/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { programmesOf } from '../../programme/programmes/store.ts'
import { searchPage } from './pages.ts'
import { searchPeople, searchRegions } from './store.ts'

export const searchRoutes: RouteTable<'plain'> = {
  'GET /search': { may: 'home.view', run: show },
}

const LONGEST = 100
const ORGANISATIONS = 10

const askedOf = (query: Record<string, string>): string =>
  (query.q ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST)

async function show({ ctx, query }: Call): Promise<Reply> {
  const { db, actor } = ctx
  const asked = askedOf(query)
  const search = { q: asked, limit: ORGANISATIONS, includeInvented: true }
  const none = { rows: [], count: 0 }
  const regions = await searchRegions(db, actor, asked)
  const programmes = await programmesOf(db, actor)
  const organisations = asked && may(actor, 'organisation.view') ? await searchOrganisations(db, search) : none
  const people = asked && may(actor, 'account.invite') ? await searchPeople(db, asked) : []
  return page('overview/search/show', searchPage({ actor, asked, regions, programmes, organisations, people }))
}
