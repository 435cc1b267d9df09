import { expect } from 'chai'
import { pngOf } from '../../../src/platform/pictures/pictures.ts'
import { pictureOf } from '../../../src/tools/journey-pictures/picture.ts'
import { caseOf } from '../../../src/tools/journeys/journeys.ts'

describe('a journey as PNG', () => {
  it('is drawn in the worker with Japanese letters', async () => {
    const draw = async (event: string) => {
      const one = caseOf({ part: 'a', body: { title: '人', rows: [{ id: 'r', at: 'R5.4', event }] } }, 0)
      return pngOf(pictureOf([one], { axis: 'calendar', width: 600, title: '経過図', note: '' }))
    }
    const [words, none] = [await draw('退院のあと弱る'), await draw('　')]
    expect(words.subarray(1, 4).toString()).to.equal('PNG')
    expect(words.readUInt32BE(16)).to.equal(1200)
    expect(words.length).to.be.above(none.length + 500)
  }).timeout(20_000)
})
