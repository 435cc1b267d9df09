import { expect } from 'chai'
import { regionsOfYear } from '../../../src/overview/annual-regions/store.ts'
import { circleOfPaper, writes } from '../../support/closing.ts'
import { freshDb } from '../../support/db.ts'
import { midoriRegion } from '../../support/model-region.ts'
import { town } from '../../support/town.ts'

describe('papers in the annual report', () => {
  it('are those 地域の全員 reads; what a town wrote for itself stays there', async () => {
    const midori = await town(await freshDb())
    await writes(midori, 'aoi', 'closing', { changes: [{ id: 'c1', text: '翌日に届くようになった' }] })
    await writes(midori, 'aoi', 'effect', { minutesTown: '1,200' })
    const told = async () => {
      const [own] = await regionsOfYear(await midori.ctx('mika'), [await midoriRegion(midori)])
      return [own?.changes.map(({ text }) => text), own?.effect.spent[0]?.minutes]
    }
    expect(await told()).to.deep.equal([['翌日に届くようになった'], 1200])
    await circleOfPaper(midori, 'closing', 'town')
    await circleOfPaper(midori, 'effect', 'office')
    expect(await told()).to.deep.equal([[], null])
  })
})
