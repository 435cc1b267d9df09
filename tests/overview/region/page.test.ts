import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'

describe('a region’s page', () => {
  it('shows mika the whole region with its next meeting and deeds', async () => {
    const midori = await town(await freshDb())
    const mika = await browse(midori, 'mika')
    await mika.open(paths.region('region-midori'))
    expect(mika.status, mika.text).to.equal(200)
    expect(mika.heading).to.equal('東浜県みどり町')
    expect(mika.text).to.include('退院の知らせを受けとる道をつくる').and.include('次はオリエンテーション')
    expect(mika.text).to.include('町が行うこと').and.include('支援中').and.include('入退院支援')
    expect(mika.links()).to.include(paths.meetingSchedule('region-midori', 1))
  })

  it('says before selection where the entry stands, not empty meetings', async () => {
    const midori = await town(await freshDb())
    const nagi = await browse(midori, 'nagi')
    await nagi.open(paths.region('region-suzukaze'))
    expect(nagi.status).to.equal(200)
    expect(nagi.text).to.include('都道府県の承諾を待っています')
    expect(nagi.links()).to.include(paths.entry('region-suzukaze')).and.not.include(paths.meetings('region-suzukaze'))
  })

  it('does not exist for another town', async () => {
    const midori = await town(await freshDb())
    const nagi = await browse(midori, 'nagi')
    for (const path of [paths.region, paths.meetings, paths.advice, paths.promises, paths.regionMembers]) {
      await nagi.open(path('region-midori'))
      expect(nagi.status, path('x')).to.equal(404)
    }
  })
})
