import { expect } from 'chai'
import { may } from '../../src/access/may.ts'
import { fetchRegions } from '../../src/programme/regions/store.ts'
import { regionsSeenBy } from '../../src/programme/sight/store.ts'
import { browse } from '../support/browse.ts'
import { freshDb } from '../support/db.ts'
import { type PersonName, type Town, town } from '../support/town.ts'

describe('doors', () => {
  let midori: Town
  before(async () => {
    midori = await town(await freshDb())
  })

  it('shows each person exactly the regions the rule book names', async () => {
    const owner = await midori.ctx('mika')
    const all = await fetchRegions(midori.db, regionsSeenBy(midori.db, owner.actor))
    expect(all).to.have.length(3)
    for (const name of Object.keys(midori.people) as PersonName[]) {
      const actor = await midori.actor(name)
      const seen = await fetchRegions(midori.db, regionsSeenBy(midori.db, actor))
      const allowed = all.filter((region) => may(actor, 'region.view', region))
      expect(
        seen.map((r) => r.name),
        name,
      ).to.have.members(allowed.map((r) => r.name))
    }
  })

  it('hides another town and shows the own one', async () => {
    const aoi = await midori.actor('aoi')
    const seen = await fetchRegions(midori.db, regionsSeenBy(midori.db, aoi))
    expect(seen.map((r) => r.name)).to.deep.equal(['東浜県みどり町'])
  })

  it('answers an unknown address with a page that offers the search', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open('/nowhere')
    expect(aoi.status).to.equal(404)
    expect(aoi.heading).to.equal('ページが見つかりません')
  })

  it('refuses a change that comes from elsewhere', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.post('/nowhere', { a: '1' }, { origin: 'https://elsewhere.example' })
    expect(aoi.status).to.equal(403)
  })
})
