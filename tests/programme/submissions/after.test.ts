import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { saveEntry } from '../../../src/programme/entries/actions.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import { townsTerm } from '../../../src/programme/regions/regions.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { sidesOf } from '../../../src/support/promises/promises.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('after an entry was handed in', function () {
  this.timeout(20_000)
  let t: Town
  beforeEach(async () => {
    t = await town(await freshDb())
  })

  it('the region’s page leads the town to the consent and to the withdrawal', async () => {
    const nagi = await browse(t, 'nagi')
    const id = t.regions.suzukaze
    await nagi.open(paths.region(id))
    expect(nagi.links()).to.include.members([paths.entryConsent(id), paths.submission(id)])
    await nagi.follow('承諾のようす')
    expect(nagi.heading).to.equal('県の承諾')
    expect(nagi.links()).to.include(paths.regions)
  })

  it('a decided entry says so calmly: no fault to mend, no days overdue', async () => {
    t.now = new Date('2026-01-10T09:00:00+09:00')
    const aoi = await browse(t, 'aoi')
    await aoi.open(paths.submission(t.regions.midori))
    expect(aoi.heading).to.equal('提出のようす')
    expect(aoi.text).to.contain('選定の結果が出ています').and.not.contain('直してください')
    await aoi.open(paths.entrySheet(t.regions.midori))
    expect(aoi.text).not.to.contain('日超過')
  })

  it('where a prefecture leads, its side is the prefecture’s, and the draft says whom it reaches', async () => {
    const hoku = await browse(t, 'hoku')
    const id = t.regions.kitamori
    const actor = await t.actor('hoku')
    const region = await regionSeen(t.db, actor, id)
    const programme = await programmeSeen(t.db, actor, t.programmeId)
    if (!region || !programme) throw new Error('unseen')
    await saveEntry(await t.ctx('hoku'), { region, programme }, { base: 0, fields: { reason: '県として' } })
    await hoku.open(paths.entry(id))
    expect(hoku.text).to.contain('北森県。提出すると、事務局と協力市町村にも見えます')
    await hoku.open(paths.entryPrint(id))
    expect(hoku.text).to.contain('もりなか市')
    expect(sidesOf(region).town).to.equal('県が行うこと')
    expect(townsTerm(region)).to.equal('協力市町村')
  })
})
