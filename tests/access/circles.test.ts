import { expect } from 'chai'
import { CIRCLES, type Circle, circlesReadBy } from '../../src/access/circles.ts'
import { regionSeen } from '../../src/programme/regions/store.ts'
import { freshDb } from '../support/db.ts'
import { type PersonName, type Town, town } from '../support/town.ts'

describe('circles of readers', () => {
  let midori: Town
  before(async () => {
    midori = await town(await freshDb())
  })

  it('are read in みどり町 by just these people', async () => {
    const owner = await midori.actor('mika')
    const region = await regionSeen(midori.db, owner, midori.regions.midori)
    if (!region) throw new Error('みどり町 is missing')
    const table = {} as Record<Circle, string>
    for (const circle of Object.keys(CIRCLES) as Circle[]) {
      const readers: string[] = []
      for (const name of Object.keys(midori.people) as PersonName[]) {
        if (circlesReadBy(await midori.actor(name), region).includes(circle)) readers.push(name)
      }
      table[circle] = readers.join(' ')
    }
    expect(table).to.deep.equal({
      office: 'mika shun',
      town: 'mika shun ken aoi daichi',
      team: 'mika shun ken yui',
      region: 'mika shun ken aoi daichi ren saki sora',
      wg: 'mika shun ken aoi daichi ren saki sora haru tomo',
      joint: 'mika shun ken aoi daichi ren saki sora haru tomo',
    })
  })

  it('of a draft are the applicants’: the office knows that it was begun, and no more', async () => {
    const mika = await midori.actor('mika')
    const draft = await regionSeen(midori.db, mika, midori.regions.kitamori)
    expect(draft && circlesReadBy(mika, draft)).to.deep.equal(['office', 'team', 'region', 'wg', 'joint'])
    expect(draft && circlesReadBy(await midori.actor('hoku'), draft)).to.include('town')
  })

  it('keep the team’s notes from an advisor who belongs to the town itself', async () => {
    const aoi = await midori.actor('aoi')
    const [own] = aoi.memberships
    if (!own) throw new Error('aoi belongs nowhere')
    const both = {
      ...aoi,
      memberships: [own, { ...own, id: 'x', role: 'advisor' as const, regionId: midori.regions.suzukaze }],
    }
    const region = await regionSeen(midori.db, both, midori.regions.midori)
    expect(region && circlesReadBy(both, region)).to.deep.equal(['town', 'region', 'wg', 'joint'])
  })
})
