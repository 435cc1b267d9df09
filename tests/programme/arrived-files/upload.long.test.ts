import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { documentOf, headOf } from '../../../src/papers/documents/store.ts'
import { paths } from '../../../src/paths/paths.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { entryOwner } from '../../../src/programme/entries/entries.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'
import { filledIn } from '../entry-files/filled-in.ts'

describe('entry sheets that came by mail', function () {
  this.timeout(30_000)

  let midori: Town
  let mika: Browser

  before(() => filesIn(mkdtempSync(join(tmpdir(), 'banso-files-'))))
  beforeEach(async () => {
    midori = await town(await freshDb())
    mika = await browse(midori, 'mika')
  })

  const blank = async (region: string) => (await mika.open(`${paths.entryWorkbook(region)}?empty=1`)).bytes
  const send = (files: { name: string; bytes: Buffer }[], on = '令和7年10月20日') =>
    mika.upload(
      paths.entryUpload(midori.programmeId),
      files.map((file) => ({ ...file, field: 'workbooks' })),
      { on },
    )
  const bodyOf = async (region: string) => {
    const document = await documentOf(midori.db, entryOwner(region))
    return document ? (await headOf(midori.db, document.id)).body : {}
  }

  it('are seen in one table, taken in as a whole on behalf of the towns, with the day they came', async () => {
    const { midori: green, suzukaze } = midori.regions
    await send([
      { name: 'みどり.xlsx', bytes: await filledIn(await blank(green), { 応募理由: '知らせが遅い' }) },
      {
        name: 'すずかぜ市 提出.xlsx',
        bytes: await filledIn(await blank(suzukaze), { 応募理由: '会議がない', 承諾の日付: '8月32日' }),
      },
    ])
    expect(mika.heading).to.equal('届いたファイルの内容を確かめる')
    expect(mika.text).to.contain('新しい1').and.contain('「エントリー!C').and.contain('令和7年10月20日')
    expect(await bodyOf(green)).to.deep.equal({})
    await mika.follow('印をつけたファイルを受け取る')
    expect(mika.headers.get('content-type')).to.contain('spreadsheetml')
  })

  it('go in with the original and its day, and the town reads who did it', async () => {
    const { midori: green } = midori.regions
    await send([{ name: 'みどり.xlsx', bytes: await filledIn(await blank(green), { 応募理由: '知らせが遅い' }) }])
    await mika.fill({}, '印をつけたファイルを取りこむ')
    expect(mika.url).to.equal(paths.programmeEntries(midori.programmeId))
    expect(await bodyOf(green)).to.deep.equal({ reason: '知らせが遅い' })
    const [file] = await midori.db.selectFrom('files').select(['name', 'regionId', 'onBehalfOf']).execute()
    expect(file).to.deep.equal({ name: 'みどり.xlsx', regionId: green, onBehalfOf: 'みどり町' })
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.entryRevisions(green))
    expect(aoi.text).to.contain('森野 美香（みどり町に代わって）').and.contain('令和7年10月20日（月）に届いたファイル')
  })

  it('leave alone what the town wrote itself', async () => {
    const { midori: green } = midori.regions
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.entry(green))
    await aoi.fill({ 'f.reason': '一' })
    const taken = (await mika.open(paths.entryWorkbook(green))).bytes
    await aoi.fill({ 'f.reason': '二' })
    await send([{ name: 'みどり.xlsx', bytes: await filledIn(taken, { 応募理由: '三' }) }])
    expect(mika.text).to.contain('食い違い1')
    const [box] = mika.document.querySelectorAll('input[type=checkbox]')
    await mika.fill({ [box?.getAttribute('name') ?? '']: '1' }, '印をつけたファイルを取りこむ')
    expect(await bodyOf(green)).to.deep.equal({ reason: '二' })
  })

  it('are looked at again when another region is chosen', async () => {
    const { midori: green, suzukaze } = midori.regions
    await send([{ name: 'みどり.xlsx', bytes: await filledIn(await blank(green), { 応募理由: '知らせが遅い' }) }])
    const select = mika.document.querySelector('select')?.getAttribute('name') ?? ''
    await mika.fill({ [select]: suzukaze }, '印をつけたファイルを取りこむ')
    expect(mika.notice).to.contain('もう一度、内容を確かめてください')
    expect(mika.values[select]).to.equal(suzukaze)
    expect([await bodyOf(green), await bodyOf(suzukaze)]).to.deep.equal([{}, {}])
  })

  it('are refused with a sentence at the field, and are the secretariat’s alone', async () => {
    await send([{ name: '空.xlsx', bytes: Buffer.alloc(0) }])
    expect(mika.status).to.equal(422)
    expect(mika.errors.workbooks).to.contain('中身が空です')
    await send([], '2030/1/1')
    expect(mika.errors.on).to.contain('今日までの日を入れてください')
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.entryUpload(midori.programmeId))
    expect(aoi.status).to.equal(403)
  })
})
