import { expect } from 'chai'
import { shareCarried } from '../../../src/tools/carried-shares/store.ts'
import { type Demo, demonstration } from '../../support/demonstration.ts'

describe('how much of a まとめ stood somewhere before', () => {
  let demo: Demo
  before(async function () {
    this.timeout(60_000)
    demo = await demonstration()
  })
  after(() => demo.close())

  it('is nine in ten for みどり町, who began from the record and went over it', async () => {
    const { share } = await shareCarried(demo.db, demo.region('みどり町'))
    const copied = share.ways.carried + share.ways.reworded
    expect(copied / share.texts).to.be.greaterThan(0.8)
    expect(share.ways.written, 'and people added what no record tells').to.be.greaterThan(0)
  })

  it('is all of it for 岐南町, by the places of the report both cite; nothing is called a copy', async () => {
    const { share, told } = await shareCarried(demo.db, demo.region('岐南町'))
    expect(share.ways).to.deep.equal({ carried: 0, reworded: 0, written: 6 })
    expect(told.filter(({ place }) => place === '')).to.deep.equal([])
    expect(told[0]).to.include({ place: '支援1' })
  })

  it('is told for 水戸市 as it is: half of its まとめ was written anew', async () => {
    const { share, told } = await shareCarried(demo.db, demo.region('水戸市'))
    expect([share.texts, told.length]).to.deep.equal([14, 14])
    expect(told.filter(({ place }) => place !== '').length).to.be.within(6, 10)
  })
})
