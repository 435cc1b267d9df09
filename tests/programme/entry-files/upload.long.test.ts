import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { documentOf, headOf } from '../../../src/papers/documents/store.ts'
import { paths } from '../../../src/paths/paths.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { openWorkbook } from '../../../src/platform/office/office.ts'
import { entryOwner } from '../../../src/programme/entries/entries.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'
import { filledIn } from './filled-in.ts'

describe('the entry sheet as a workbook', function () {
  this.timeout(30_000)

  let midori: Town
  let aoi: Browser
  const region = () => midori.regions.midori

  before(() => filesIn(mkdtempSync(join(tmpdir(), 'banso-files-'))))
  beforeEach(async () => {
    midori = await town(await freshDb())
    aoi = await browse(midori, 'aoi')
  })

  const sheet = async (path = paths.entryWorkbook(region())) => (await aoi.open(path)).bytes
  const upload = (bytes: Buffer, name = 'みどり町.xlsx') =>
    aoi.upload(paths.entryWorkbook(region()), [{ field: 'workbook', name, bytes }])
  const head = async () => {
    const document = await documentOf(midori.db, entryOwner(region()))
    return document ? headOf(midori.db, document.id) : { number: 0, body: {} }
  }

  it('comes under a name that says what it is', async () => {
    await sheet()
    expect(decodeURIComponent(aoi.headers.get('content-disposition') ?? '')).to.contain(
      'R7_みどり町_エントリーシート_20251021.xlsx',
    )
  })

  it('is read back with two faults: named by cell, marked in the very file, the good fields kept', async () => {
    const bytes = await filledIn(await sheet(paths.entryWorkbookEmpty(region())), {
      応募理由: '知らせが遅い',
      支援の種類: 'どれでもない',
      承諾の日付: '令和7年8月32日',
      担当部署: '福祉課',
    })
    await upload(bytes)
    expect(aoi.heading).to.equal('ファイルの内容を確かめる')
    expect(aoi.text).to.contain('読みとれないところが2か所').and.contain('「エントリー!C').and.contain('新しい欄2')
    expect(await head()).to.deep.equal({ number: 0, body: {} })
    await aoi.open(`${aoi.url}/marked`)
    const marked = await openWorkbook(aoi.bytes)
    expect(marked.worksheets.map((s) => s.name)).to.include('確認してください')
  })

  it('becomes a draft when confirmed, is saved by a press of its own and remembered as Excel', async () => {
    await upload(await filledIn(await sheet(), { 応募理由: '知らせが遅い' }))
    await aoi.fill({}, '下書きにする')
    expect(aoi.notice).to.contain('まだ保存も提出もしていません')
    expect(aoi.values['f.reason']).to.equal('知らせが遅い')
    expect((await head()).number).to.equal(0)
    await aoi.fill({}, '下書きを保存する')
    expect((await head()).body).to.deep.equal({ reason: '知らせが遅い' })
    await aoi.open(paths.entryRevisions(region()))
    expect(aoi.text).to.contain('Excel')
  })

  it('is merged from the revision it was taken at', async () => {
    await aoi.open(paths.entry(region()))
    await aoi.fill({ 'f.reason': '一', 'f.theme': '退院', 'f.issues.r1.text': '知らせ' })
    const taken = await sheet()
    await aoi.open(paths.entry(region()))
    await aoi.fill({ 'f.theme': '看取り' })
    await upload(await filledIn(taken, { 応募理由: '二' }))
    expect(aoi.text).to.contain('変わる欄1').and.not.contain('消える')
    await aoi.fill({}, '下書きにする')
    await aoi.fill({}, '下書きを保存する')
    expect((await head()).body).to.deep.equal({ reason: '二', theme: '看取り', issues: [{ id: 'r1', text: '知らせ' }] })
  })

  it('says so when nothing is different', async () => {
    await aoi.open(paths.entry(region()))
    await aoi.fill({ 'f.reason': '一' })
    await upload(await sheet())
    expect(aoi.text).to.contain('いまの内容と同じです')
  })

  it('refuses what is no sheet, with the way out, and keeps nothing', async () => {
    const refused: [Buffer, string, string][] = [
      [Buffer.from('MZ\u0000\u0001'), 'みどり町.xlsx', '受けとれる形式ではありません'],
      [Buffer.alloc(0), '空.xlsx', '中身が空です'],
      [Buffer.from('d0cf11e0a1b11ae1', 'hex'), '古い.xls', '.xlsx'],
    ]
    for (const [bytes, name, words] of refused) {
      await upload(bytes, name)
      expect(aoi.status, name).to.equal(422)
      expect(aoi.text, name).to.contain(words)
    }
    await aoi.upload(paths.entryWorkbook(region()), [], {})
    expect(aoi.errors).to.deep.equal({ workbook: 'Excelファイル（.xlsx）を選んでください' })
    expect(await midori.db.selectFrom('files').selectAll().execute()).to.deep.equal([])
  })

  it('refuses another region’s file and hides another region’s upload', async () => {
    const nagi = await browse(midori, 'nagi')
    await nagi.open(paths.entryWorkbook(midori.regions.suzukaze))
    await upload(nagi.bytes)
    expect(aoi.text).to.contain('別の地域のために受け取ったファイルです')
    await upload(await filledIn(await sheet(), { 応募理由: '知らせが遅い' }))
    const id = aoi.url.split('/').at(-1) ?? ''
    await nagi.open(paths.entryWorkbookFile(midori.regions.suzukaze, id))
    expect(nagi.status).to.equal(404)
  })
})
