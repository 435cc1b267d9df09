import { expect } from 'chai'
import type { Seen } from '../../../src/access/doors.ts'
import { regionOverviewRoutes } from '../../../src/overview/region/routes.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import type { Call } from '../../../src/platform/web/call.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import { regionListRoutes } from '../../../src/programme/region-list/routes.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { adviceRoutes } from '../../../src/support/advice/routes.ts'
import { addAdvice } from '../../../src/support/advice/store.ts'
import { meetingRoutes } from '../../../src/support/meetings/routes.ts'
import { promiseRoutes } from '../../../src/support/promises/routes.ts'
import { addPromise } from '../../../src/support/promises/store.ts'
import { recordRoutes } from '../../../src/support/records/routes.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'

async function queriesOf(
  midori: Town,
  run: (call: never) => Promise<unknown>,
  params: Record<string, string> = {},
): Promise<number> {
  const ctx = await midori.ctx('mika')
  const region = await regionSeen(midori.db, ctx.actor, ID)
  const programme = await programmeSeen(midori.db, ctx.actor, midori.programmeId)
  const call = { ctx, region, programme, params, query: {}, body: {} } as unknown as Call & Seen['region']
  return (await countQueries(() => run(call as never))).queries
}

async function fill(midori: Town, n: number): Promise<void> {
  const given = { regionId: ID, meetingId: null, circle: 'region' as const }
  for (let i = 0; i < n; i += 1) {
    await addAdvice(midori.db, { ...given, text: `助言${i}`, advisorId: null, advisorName: '岡田 健' }, midori.now)
    const promise = {
      ...given,
      text: `約束${i}`,
      side: 'town' as const,
      owner: '',
      dueOn: null,
      dueText: null,
      createdBy: null,
    }
    await addPromise(midori.db, promise, midori.now)
  }
}

describe('queries of a region’s pages', () => {
  const pages: [
    name: string,
    run: (call: never) => Promise<unknown>,
    params: Record<string, string>,
    stated: number,
  ][] = [
    ['overview', regionOverviewRoutes['GET /regions/:regionId']?.run as never, {}, 22],
    ['meetings', meetingRoutes['GET /regions/:regionId/meetings']?.run as never, {}, 2],
    ['one meeting', recordRoutes['GET /regions/:regionId/meetings/:n']?.run as never, { n: '1' }, 3],
    ['advice', adviceRoutes['GET /regions/:regionId/advice']?.run as never, {}, 8],
    ['promises', promiseRoutes['GET /regions/:regionId/promises']?.run as never, {}, 2],
    ['list', regionListRoutes['GET /regions']?.run as never, {}, 5],
  ]
  for (const [name, run, params, stated] of pages)
    it(`${name}: ${stated}, however much there is to read`, async () => {
      const midori = await town(await freshDb())
      await fill(midori, 2)
      const few = await queriesOf(midori, run, params)
      await fill(midori, 40)
      expect(await queriesOf(midori, run, params)).to.equal(few)
      expect(few).to.be.at.most(stated)
    })
})
