import { expect } from 'chai'
import { homeFacts } from '../../../src/overview/home/store.ts'
import { supportedSituations } from '../../../src/overview/matrix/store.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { programmesOf } from '../../../src/programme/programmes/store.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { addPromise } from '../../../src/support/promises/store.ts'
import { freshDb } from '../../support/db.ts'
import { moreRegions } from '../../support/more-regions.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

/** More supported regions, each with a meeting and a promise, as copies of みどり町. */
async function grow(midori: Town, count: number) {
  const { db, now } = midori
  for (const id of await moreRegions(midori, count)) {
    const place = { programmeId: midori.programmeId, regionId: id, stepId: 'step-orientation', stepKey: 'orientation' }
    const kind = { number: 1, label: 'オリエンテーション', kind: 'orientation' as const }
    await updateMeeting(db, await addMeeting(db, { ...place, ...kind }, now), { heldOn: '2025-10-24', mode: 'online' })
    const due = { side: 'town', owner: 'みどり町', dueOn: '2025-10-20', dueText: null, circle: 'region' } as const
    await addPromise(db, { ...due, regionId: id, meetingId: null, text: '話を聞く', createdBy: null }, now)
  }
}

async function queriesFor(midori: Town, who: PersonName) {
  const ctx = await midori.ctx(who)
  const { result, queries } = await countQueries(async () => homeFacts(ctx, await programmesOf(ctx.db, ctx.actor)))
  return { regions: result.situations.length, queries }
}

describe('queries of the overview', () => {
  it('stay the same with 3 and with 40 regions', async () => {
    const few = await town(await freshDb())
    const many = await town(await freshDb())
    await grow(many, 37)
    const [before, after] = [await queriesFor(few, 'mika'), await queriesFor(many, 'mika')]
    expect([before.regions, after.regions]).to.deep.equal([3, 40])
    expect(after.queries).to.equal(before.queries)
    expect(after.queries, 'queries of the home page').to.equal(29)
    const ctx = await many.ctx('mika')
    const { queries } = await countQueries(() => supportedSituations(ctx, many.programmeId))
    expect(queries, 'queries of the matrix').to.equal(14)
  })

  it('are as few for a town and for somebody who scores', async () => {
    const midori = await town(await freshDb())
    for (const who of ['aoi', 'haru', 'ren', 'ken'] as const) {
      expect((await queriesFor(midori, who)).queries, who).to.be.at.most(30)
    }
  })
})
