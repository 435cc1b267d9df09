import { expect } from 'chai'
import { documentOf, headOf } from '../../../src/papers/documents/store.ts'
import { paths } from '../../../src/paths/paths.ts'
import { entryOwner } from '../../../src/programme/entries/entries.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('two colleagues in one entry', function () {
  this.timeout(20_000)
  let midori: Town
  let aoi: Browser
  let daichi: Browser

  beforeEach(async () => {
    midori = await town(await freshDb())
    aoi = await browse(midori, 'aoi')
    daichi = await browse(midori, 'daichi')
    for (const one of [aoi, daichi]) await one.open(paths.entry(midori.regions.midori))
  })

  const body = async () => {
    const document = await documentOf(midori.db, entryOwner(midori.regions.midori))
    return document ? (await headOf(midori.db, document.id)).body : {}
  }

  it('are merged where they wrote in different places, and told so', async () => {
    await aoi.fill({ 'f.reason': '知らせが遅い' })
    await daichi.fill({ 'f.theme': '退院' })
    expect(daichi.notice).to.contain('ほかの人が書いた「応募理由」と合わせました')
    expect(await body()).to.deep.equal({ reason: '知らせが遅い', theme: '退院' })
  })

  it('see both texts where they clash, and nothing is stored until one is chosen', async () => {
    await aoi.fill({ 'f.reason': '知らせが遅い', 'f.supportKind': 'scene' })
    await daichi.fill({ 'f.reason': '知らせが来ない', 'f.supportKind': 'all_scenes', 'f.hopes': '一緒に' })
    expect(daichi.status).to.equal(422)
    expect(daichi.heading).to.equal('同じところに、ほかの人も書いていました')
    for (const words of [
      '青木 葵さんが14:03に保存した内容',
      '知らせが遅い',
      '知らせが来ない',
      '支援の種類',
      '4場面全般',
    ])
      expect(daichi.text).to.contain(words)
    expect(await body()).to.deep.equal({ reason: '知らせが遅い', supportKind: 'scene' })
    await daichi.fill({})
    expect(daichi.status).to.equal(422)
    expect(daichi.text).to.contain('「応募理由」をどちらにするか選んでください')
    const names = { reason: 'clash.0', kind: 'clash.1' }
    await daichi.fill({
      [`${names.reason}.pick`]: 'own',
      [`${names.reason}.own`]: '知らせが遅く、来ないこともある',
      [`${names.kind}.pick`]: 'theirs',
    })
    expect(daichi.notice).to.contain('下書きを保存しました')
    expect(await body()).to.deep.equal({
      reason: '知らせが遅く、来ないこともある',
      supportKind: 'scene',
      hopes: '一緒に',
    })
  })

  it('are asked when one deletes the row the other edits', async () => {
    await aoi.fill({ 'f.issues.r1.text': '知らせが遅い' })
    await daichi.open(paths.entry(midori.regions.midori))
    await aoi.fill({ 'f.issues.r1.text': '' })
    await daichi.fill({ 'f.issues.r1.text': '知らせが来ない' })
    expect(daichi.text).to.contain('（消してある）')
    await daichi.fill({ 'clash.0.pick': 'mine' })
    expect(await body()).to.deep.equal({ issues: [{ id: 'r1', text: '知らせが来ない' }] })
  })

  it('can look back: who wrote what, two versions side by side, one taken back', async () => {
    await aoi.fill({ 'f.reason': '病院からの知らせが遅い\n困っている' })
    await daichi.open(paths.entry(midori.regions.midori))
    await daichi.fill({ 'f.reason': '病院からの知らせが来ない\n困っている' })
    await aoi.open(paths.entryRevisions(midori.regions.midori))
    expect(aoi.text).to.contain('第2版').and.contain('大地 誠').and.contain('応募理由')
    await aoi.follow('前の版と見くらべる')
    expect(aoi.document.querySelectorAll('del').map((e) => e.textContent)).to.deep.equal(['遅い'])
    expect(aoi.document.querySelectorAll('ins').map((e) => e.textContent)).to.deep.equal(['来ない'])
    await aoi.open(paths.entryComparison(midori.regions.midori, 0, 99))
    expect(aoi.status).to.equal(404)
    await aoi.open(paths.entryRevisions(midori.regions.midori))
    await aoi.fill({}, '第2版の変更だけ取り消す')
    expect(aoi.notice).to.contain('第2版の変更を取り消しました')
    expect((await body()).reason).to.equal('病院からの知らせが遅い\n困っている')
  })

  it('prints for 決裁 with its boxes, title, region and date', async () => {
    await aoi.fill({ 'f.reason': '知らせが遅い', 'f.issues.r1.text': '会議がない' })
    await aoi.open(paths.entryPrint(midori.regions.midori))
    for (const words of [
      '決裁欄',
      '課長',
      'エントリーシート',
      '東浜県みどり町',
      '令和7年10月21日',
      '知らせが遅い',
      '会議がない',
    ])
      expect(aoi.text).to.contain(words)
  })
})
