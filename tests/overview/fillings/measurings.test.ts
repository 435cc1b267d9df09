import { expect } from 'chai'
import {
  compared,
  type Measured,
  percentile,
  searchP99,
  tableOf,
  verdict,
  visitsOf,
} from '../../../src/overview/measurings/measurings.ts'

const places = {
  programmes: [
    { id: 'big', regions: 1721 },
    { id: 'small', regions: 20 },
  ],
  regionId: 'r1',
}
const measured = (time: number): Measured[] =>
  visitsOf(places, true).map((visit) => ({ visit, times: [time, time * 2], queries: 5 }))

describe('what measure says', () => {
  it('takes the time that this share of visits keeps to', () => {
    const times = Array.from({ length: 100 }, (_, at) => 100 - at)
    expect([percentile(times, 0.5), percentile(times, 0.99), percentile([7], 0.99), percentile([], 0.5)]).to.deep.equal(
      [50, 99, 7, 0],
    )
  })

  it('lists pages with their times and queries, in columns', () => {
    const lines = tableOf(measured(4))
    expect(lines[0]).to.match(/^ページ +p50 ms +p99 ms +問い合わせ$/)
    expect(lines.find((line) => line.includes('「退院」'))).to.match(/4\.0 +8\.0 +5$/)
    expect(visitsOf(places).length).to.be.greaterThan(visitsOf(places, true).length)
  })

  it('says whether search is quick enough, and how much slower pages are beside a pack', () => {
    expect(verdict(measured(20)))
      .to.include('p99 40 ms')
      .and.include('守れています')
    expect(verdict(measured(60))).to.include('守れていません')
    expect(searchP99(measured(3))).to.equal(6)
    const lines = compared(measured(10), measured(15), 11.46)
    expect(lines[0]).to.include('11.5 秒')
    expect(lines.at(-1)).to.include('20 ms → 30 ms（1.50倍').and.include('守れています')
    expect(compared(measured(10), measured(25), 5).at(-1)).to.include('守れていません')
  })
})
