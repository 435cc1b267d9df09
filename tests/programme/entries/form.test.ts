import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { documentOf, headOf } from '../../../src/papers/documents/store.ts'
import { entryOwner } from '../../../src/programme/entries/entries.ts'
import { browse, type Browser } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('the entry form', () => {
  let midori: Town
  let aoi: Browser
  const entry = () => paths.entry(midori.regions.midori)

  beforeEach(async () => {
    midori = await town(await freshDb())
    aoi = await browse(midori, 'aoi')
  })

  const saved = async () => {
    const document = await documentOf(midori.db, entryOwner(midori.regions.midori))
    return document ? headOf(midori.db, document.id) : { number: 0, body: {} }
  }

  it('saves kindly: gaps are welcome, and nobody receives anything', async () => {
    await aoi.open(entry())
    expect(aoi.status, aoi.html.slice(0, 2000)).to.equal(200)
    expect(aoi.heading).to.equal('エントリーシート')
    await aoi.fill({ 'f.typicalCase': '退院のあと急に弱る', 'f.consentOn': 'Ｒ７．８．３' })
    expect(aoi.status).to.equal(200)
    expect(aoi.notice).to.contain('下書きを保存しました 14:03')
    expect(await saved()).to.deep.equal({ number: 1, body: { typicalCase: '退院のあと急に弱る', consentOn: '2025-08-03' } })
  })
})
