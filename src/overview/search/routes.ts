import { isStaff } from '../../access/actor.ts'
import type { RouteTable } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { searchOrganisations } from '../../people/organisations/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { programmesOf } from '../../programme/programmes/store.ts'
import { regionSeen } from '../../programme/regions/store.ts'
import { hitsOf } from '../search-hits/store.ts'
import { refreshFor } from '../search-index/actions.ts'
import type { NamesFound } from '../search-names/search-names.ts'
import { type AskedSearch, askedIn, isNarrowed } from './forms.ts'
import { searchPage } from './pages.ts'
import { fewRegions, prefectures, searchPeople, searchRegions } from './store.ts'

export const searchRoutes: RouteTable<'plain'> = {
  'GET /search': { may: 'home.view', run: show },
}

const ORGANISATIONS = 10

const NOTHING: NamesFound = { regions: { rows: [], hasMore: false }, organisations: { rows: [], count: 0 }, people: [] }

/** What is called so: regions, bodies, people. Not asked for where texts alone are wanted. */
async function names({ db, actor }: Ctx, asked: AskedSearch): Promise<NamesFound> {
  const { typed } = asked
  if (typed === '' || isNarrowed(asked)) return NOTHING
  const search = { q: typed, limit: ORGANISATIONS, includeInvented: true }
  return {
    regions: await searchRegions(db, actor, typed),
    organisations: may(actor, 'organisation.view') ? await searchOrganisations(db, search) : NOTHING.organisations,
    people: may(actor, 'account.invite') ? await searchPeople(db, typed) : [],
  }
}

async function choices({ db, actor }: Ctx, asked: AskedSearch) {
  const few = await fewRegions(db, actor)
  const { region } = asked.filters
  const named = region && !few.some((one) => one.id === region) ? await regionSeen(db, actor, region) : null
  return { regions: named ? [named] : few, prefectures: isStaff(actor) ? await prefectures(db) : [] }
}

async function show({ ctx, query }: Call): Promise<Reply> {
  const { db, actor } = ctx
  const asked = askedIn(query)
  const programmes = await programmesOf(db, actor)
  if (asked.words.length > 0) await refreshFor(db, actor)
  const found = await names(ctx, asked)
  const hits = asked.words.length > 0 ? await hitsOf(db, actor, { asked, programmes }) : { rows: [], next: null }
  const props = { actor, asked, programmes, hits, ...found, choices: await choices(ctx, asked) }
  return page('overview/search/show', searchPage(props))
}
