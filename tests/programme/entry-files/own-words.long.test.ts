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

describe('words aoi typed and has not saved', function () {
  this.timeout(30_000)
  let midori: Town
  let aoi: Browser
  const region = () => midori.regions.midori

  before(() => filesIn(mkdtempSync(join(tmpdir(), 'banso-files-'))))
  beforeEach(async () => {
    midori = await town(await freshDb())
    aoi = await browse(midori, 'aoi')
    await aoi.open(paths.entry(region()))
    const typed = { ...aoi.values, 'f.reason': '知らせが遅い', 'f.theme': '退院', tab: 'left' }
    await aoi.post(paths.entryDraft(region()), typed, { 'x-part': '1' })
  })

  const workbook = async () => (await aoi.open(paths.entryWorkbook(region()))).bytes
  const wordsIn = async (bytes: Buffer) => {
    const book = await openWorkbook(bytes)
    return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))
  }

  it('stand on the paper for 決裁, which says that they are not saved', async () => {
    await aoi.open(paths.entryPrint(region()))
    expect(aoi.text).to.contain('知らせが遅い').and.contain('書きかけ（令和7年10月21日（火） 14:03）')
  })

  it('are in her workbook, and in nobody else’s', async () => {
    expect(await wordsIn(await workbook())).to.contain('知らせが遅い')
    const daichi = await browse(midori, 'daichi')
    const { bytes } = await daichi.open(paths.entryWorkbook(region()))
    expect(await wordsIn(bytes)).not.to.contain('知らせが遅い')
    await daichi.open(paths.entryPrint(region()))
    expect(daichi.text).not.to.contain('知らせが遅い')
  })

  it('are compared with the file, and become one draft with it', async () => {
    const bytes = await filledIn(await workbook(), { 応募理由: '知らせが三日遅い', 承諾の日付: '令和7年13月40日' })
    await aoi.upload(paths.entryWorkbook(region()), [{ field: 'workbook', name: 'みどり町.xlsx', bytes }])
    expect(aoi.text).to.contain('変わる欄1').and.contain('知らせが遅い')
    await aoi.fill({}, '下書きにする')
    expect(aoi.values).to.include({ 'f.reason': '知らせが三日遅い', 'f.theme': '退院' })
    await aoi.fill({}, '下書きを保存する')
    expect(aoi.text).not.to.contain('書きかけの続きです')
    const document = await documentOf(midori.db, entryOwner(region()))
    const { body } = await headOf(midori.db, document?.id ?? '')
    expect(body).to.deep.equal({ reason: '知らせが三日遅い', theme: '退院' })
  })

  it('survive a file taken before they were typed', async () => {
    await aoi.open(paths.entry(region()))
    await aoi.fill({ 'f.hopes': '一緒に' }, '下書きを保存する')
    const early = await workbook()
    await aoi.open(paths.entry(region()))
    await aoi.fill({ 'f.hopes': '一緒に考えたい' }, '下書きを保存する')
    await aoi.post(paths.entryDraft(region()), { ...aoi.values, 'f.teamNote': '二人で兼務', tab: 'right' })
    const bytes = await filledIn(early, { 担当部署: '福祉課' })
    await aoi.upload(paths.entryWorkbook(region()), [{ field: 'workbook', name: 'みどり町.xlsx', bytes }])
    await aoi.fill({}, '下書きにする')
    const kept = { 'f.department': '福祉課', 'f.teamNote': '二人で兼務', 'f.hopes': '一緒に考えたい' }
    expect(aoi.values).to.include(kept)
  })
})
