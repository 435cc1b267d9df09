import { expect } from 'chai'
import { modelPaper } from '../../../src/tools/model-pictures/paper.ts'
import { modelPicture } from '../../../src/tools/model-pictures/picture.ts'
import { modelFor } from '../../support/models.ts'

/** Work of this process alone: others may be busy on the same machine. */
function workOf(deed: () => unknown): number {
  const before = process.cpuUsage()
  deed()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

describe('a picture of 60 boxes and 80 links', () => {
  it('is drawn in less than 100 ms, on screen and on paper, the first time too', () => {
    modelPicture(modelFor(99, { boxes: 10 }))
    const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((seed) => modelFor(seed, { boxes: 60, links: 80 }))
    expect(middle(sizes.map((body) => workOf(() => modelPicture(body))))).to.be.lessThan(100)
    expect(middle(sizes.map((body) => workOf(() => modelPaper(body))))).to.be.lessThan(100)
  })

  it('of 500 boxes still comes within two seconds', () => {
    const body = modelFor(5, { boxes: 500 })
    expect(workOf(() => modelPicture(body))).to.be.lessThan(2_000)
  })
})
