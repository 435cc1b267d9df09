import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { PARTS, type PartKey } from '../../../src/programme/sections/sections.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'
import { bring, sample } from '../bundle/samples.ts'

async function opened(name: 'r7-ginan' | 'r5-mito'): Promise<{ aoi: Browser; id: string }> {
  const midori = await town(await freshDb())
  const { regionId: id } = await bring(midori.db, sample(name))
  const aoi = await browse(midori, 'aoi')
  await aoi.open(paths.region(id))
  return { aoi, id }
}

describe('a sample, read by a member of any town', () => {
  it('shows 岐南町 as its report tells it, and offers no deed', async () => {
    const { aoi } = await opened('r7-ginan')
    expect(aoi.status, aoi.text).to.equal(200)
    expect(aoi.heading).to.equal('岐阜県岐南町')
    for (const words of [
      '見本・読むだけ',
      '日常の療養支援',
      '東海北陸厚生局',
      '支援3まで済み（8段のうち7段）。次は合同報告会',
    ])
      expect(aoi.text).to.include(words)
    expect(aoi.text).to.include('モデル事業で入口の評価と振り分けを始める').and.include('見本のため、答えは書けません')
    expect(aoi.text)
      .to.include('済・助言3')
      .and.include('記録なし')
      .and.include('箱13、つながり12')
      .and.include('6欄のうち6欄')
    expect(aoi.document.querySelectorAll('main form').length).to.equal(0)
  })

  it('shows every kept part in Japanese, with nothing raw', async () => {
    const { aoi, id } = await opened('r7-ginan')
    for (const key of Object.keys(PARTS) as PartKey[]) {
      await aoi.open(paths.regionPart(id, key))
      expect(aoi.status, key).to.equal(200)
      expect(aoi.heading, key).to.equal(PARTS[key])
      const main = aoi.document.querySelector('main')?.textContent ?? ''
      // the gaps are the source's own words about itself
      if (key !== 'gaps') expect(main, key).to.not.match(/[{}[\]]|hypothesis|inferred|undefined|null|000:/)
    }
    await aoi.open(paths.regionPart(id, 'hypotheses'))
    expect(aoi.text).to.include('無料であることが').and.include('裏づけ：要介護等の認定率').and.include('推定')
    await aoi.open(paths.regionPart(id, 'nothing'))
    expect(aoi.status).to.equal(404)
  })

  it('shows 水戸市 with five steps of the R5 kind, its lessons and its profile', async () => {
    const { aoi, id } = await opened('r5-mito')
    expect(aoi.document.querySelectorAll('.steps li').length).to.equal(5)
    await aoi.open(paths.regionPart(id, 'profile'))
    expect(aoi.text).to.include('270,685人').and.include('26.2%')
    await aoi.open(paths.regionPart(id, 'lessonsForOthers'))
    expect(aoi.text).to.include('よその好事例をつかんで分析する')
  })

  it('reads each meeting, the advice, the promises and the ten lines', async () => {
    const { aoi, id } = await opened('r7-ginan')
    await aoi.open(paths.meeting(id, 5))
    expect(aoi.text).to.include('状況・変化').and.include('助言').and.include('回は推定')
    await aoi.open(paths.advice(id))
    expect(aoi.text).to.include('11件')
    await aoi.open(paths.promises(id))
    expect(aoi.text).to.include('状態シートを書き進める')
    await aoi.open(paths.regionHandover(id))
    expect(aoi.document.querySelectorAll('main .facts dt').length).to.equal(10)
    await aoi.open(paths.regionMembers(id))
    expect(aoi.text).to.include('郡医師会').and.include('理学療法士')
  })
})
