import { expect } from 'chai'
import { countQueries } from '../../../src/platform/db/db.ts'
import { openWorkbook } from '../../../src/platform/office/office.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { addCause } from '../../../src/tools/causes/actions.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { NOW, type Town, town } from '../../support/town.ts'
import { answered, handedOut, opened } from './story.ts'

describe('the results of a questionnaire', () => {
  let midori: Town
  let at: string
  before(async function () {
    this.timeout(20_000)
    midori = await town(await freshDb(), new Date(NOW))
    const story = await handedOut(midori)
    at = story.at
    await answered(midori, story.to, 12, { 'f.profession': 'care_manager', 'f.q2': 'no' })
    await answered(midori, story.to, 1, {
      'f.profession': 'doctor',
      'f.q2': 'no',
      'f.q4': '山田太郎さんの家族に電話したが 090-1234-5678 はつながらない',
    })
    const to = await opened(story.aoi, at, '後')
    await answered(midori, to, 10, { 'f.profession': 'care_manager', 'f.q2': 'yes' })
  })

  it('stand side by side with n, read by the region, in ten queries', async () => {
    const ren = await browse(midori, 'ren')
    await ren.open(`${at}/results`)
    const { queries } = await countQueries(() => ren.open(`${at}/results`))
    expect(ren.status).to.equal(200)
    expect(queries).to.equal(10)
    expect(ren.text)
      .to.include('問い2 困ったときに相談する相手の顔が浮かびますか')
      .and.include('前（n=13）・後（n=10）')
    expect(ren.text).to.include('13人（100.0%）').and.include('10人（100.0%）')
    expect(ren.document.querySelectorAll('svg.bars').length).to.equal(3)
    expect(ren.text).to.not.include('自由な言葉を確かめる')
  })

  it('mask what may tell who somebody is until a second look', async () => {
    const ren = await browse(midori, 'ren')
    await ren.open(`${at}/results`)
    expect(ren.text).to.include('電話したが').and.not.include('090-1234-5678').and.not.include('山田太郎')
    await ren.open(`${at}/texts`)
    expect(ren.status).to.equal(403)
    const mika = await browse(midori, 'mika')
    await mika.open(`${at}/texts`)
    expect(mika.document.querySelectorAll('mark').length).to.be.greaterThan(0)
    await mika.fill({}, '出さない')
    await ren.open(`${at}/results`)
    expect(ren.text).to.not.include('電話したが')
    await mika.open(`/regions/${midori.regions.midori}/history`)
    expect(mika.text).to.include('自由な言葉を1件確かめました（出さない）')
  })

  it('go out as CSV and as a workbook that say the same', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(`${at}/results.csv`)
    const csv = aoi.bytes.toString('utf8')
    expect(csv).to.include('2,困ったときに相談する相手の顔が浮かびますか,前,全員,いいえ,13,13')
    expect(csv).to.not.include('090-1234-5678')
    await aoi.open(`${at}/results.xlsx`)
    const sheet = (await openWorkbook(aoi.bytes)).worksheets[0]
    expect(sheet?.getCell(2, 2).value).to.equal('問い')
    expect(sheet?.rowCount).to.equal(csv.trim().split('\r\n').length + 1)
  })

  it('become evidence of a 真因の仮説 with one tap', async () => {
    const aoi = await browse(midori, 'aoi')
    const ctx = await midori.ctx('aoi')
    const region = await regionSeen(midori.db, ctx.actor, midori.regions.midori)
    if (!region) throw new Error('no region')
    const id = await addCause(ctx, region, { text: '入院の知らせを受けとる道がない', parent: '', issue: '' } as never)
    await aoi.open(`${at}/results`)
    await aoi.post(`${at}/evidence`, { figure: 'q2 after yes', cause: id, side: 'against' })
    expect(aoi.status).to.equal(200)
    expect(aoi.text).to.include('困ったときに相談する相手の顔が浮かびますか').and.include('10/10')
    const ren = await browse(midori, 'ren')
    await ren.post(`${at}/evidence`, { figure: 'q2 after yes', cause: id, side: 'for' })
    expect(ren.status).to.equal(403)
  })

  it('are not there for another town', async () => {
    const nagi = await browse(midori, 'nagi')
    for (const path of [at, `${at}/results`, `${at}/results.csv`, `${at}/preview`]) {
      await nagi.open(path)
      expect(nagi.status, path).to.equal(404)
    }
  })
})
