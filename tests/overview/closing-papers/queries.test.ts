import { expect } from 'chai'
import { closingPapersOf } from '../../../src/overview/closing-papers/store.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { fetchRegions } from '../../../src/programme/regions/store.ts'
import { regionsSeenBy } from '../../../src/programme/sight/store.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'

describe('queries of the finished papers', () => {
  it('are a dozen, however many regions', async () => {
    const midori = await town(await freshDb())
    const ctx = await midori.ctx('mika')
    const all = await fetchRegions(midori.db, regionsSeenBy(midori.db, ctx.actor))
    const count = async (regions: typeof all) => (await countQueries(() => closingPapersOf(ctx, regions))).queries
    expect(all.length).to.be.greaterThan(2)
    expect(await count(all)).to.equal(await count(all.slice(0, 1)))
    expect(await count(all)).to.be.at.most(12)
  })

  it('leave out what a narrower wish does not ask for', async () => {
    const midori = await town(await freshDb())
    const ctx = await midori.ctx('mika')
    const [region] = await fetchRegions(midori.db, regionsSeenBy(midori.db, ctx.actor))
    if (!region) throw new Error('no region')
    const facts = (await closingPapersOf(ctx, [region], { only: ['wg', 'joint'] })).get(region.id)
    expect([facts?.bodies.size, facts?.record.records]).to.deep.equal([
      0,
      { changes: [], policy: [], interim: '', final: '' },
    ])
  })
})
