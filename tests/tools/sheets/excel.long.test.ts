import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { bytesOf, openWorkbook, type Worksheet } from '../../../src/platform/office/office.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('a sheet through Excel', () => {
  let midori: Town
  let region: string
  let aoi: Browser
  beforeEach(async () => {
    filesIn(await mkdtemp(join(tmpdir(), 'banso-sheets-')))
    midori = await town(await freshDb())
    region = midori.regions.midori
    aoi = await browse(midori, 'aoi')
  })

  async function filled(kind: string, write: (sheet: Worksheet) => void): Promise<Buffer> {
    await aoi.open(paths.sheetWorkbook(region, kind))
    const book = await openWorkbook(aoi.bytes)
    write(book.worksheets[0] as Worksheet)
    return bytesOf(book)
  }
  const put = (sheet: Worksheet, label: string, value: string | number) => {
    for (let row = 1; row <= sheet.rowCount; row++)
      if (String(sheet.getCell(row, 2).value ?? '') === label) sheet.getCell(row, 3).value = value
  }

  it('goes out, is written elsewhere, comes back with its faults by cell, and is saved like any draft', async () => {
    const bytes = await filled('profile', (sheet) => {
      put(sheet, '人口', '１２，４８０人')
      put(sheet, '要介護認定率', 'たぶん二割')
    })
    const to = paths.sheet(region, 'profile')
    await aoi.upload(`${to}/workbook`, [{ field: 'workbook', name: '概要.xlsx', bytes }])
    expect(aoi.heading).to.equal('ファイルの内容を確かめる')
    expect(aoi.text)
      .to.include('12,480')
      .and.match(/「自治体概要!C\d+」要介護認定率は数字で/)
    const marked = aoi.links().find((href) => href.endsWith('/marked')) ?? ''
    await aoi.fill({}, '下書きにする')
    expect(aoi.text).to.include('Excelから読みこんだ内容')
    expect(aoi.values['f.population']).to.equal('12,480')
    await aoi.fill({}, '保存する')
    expect(aoi.notice).to.include('第1版')
    await aoi.open(marked)
    expect((await openWorkbook(aoi.bytes)).worksheets.map(({ name }) => name)).to.include('確認してください')
  })

  it('keeps what somebody else wrote meanwhile', async () => {
    const to = paths.sheet(region, 'profile')
    await aoi.open(to)
    await aoi.fill({ 'f.population': '12480', 'f.medical': '病院は町の外' }, '保存する')
    const bytes = await filled('profile', (sheet) => put(sheet, '人口', 12_500))
    const daichi = await browse(midori, 'daichi')
    await daichi.open(to)
    await daichi.fill({ 'f.medical': '病院は隣の市' }, '保存する')
    await aoi.upload(`${to}/workbook`, [{ field: 'workbook', name: '概要.xlsx', bytes }])
    await aoi.fill({}, '下書きにする')
    await aoi.fill({}, '保存する')
    expect(aoi.values['f.population']).to.equal('12,500')
    expect(aoi.values['f.medical']).to.equal('病院は隣の市')
  })

  it('refuses another sheet’s file, another region’s, and none, in words', async () => {
    const other = await filled('issues', () => {})
    const to = paths.sheet(region, 'profile')
    await aoi.upload(`${to}/workbook`, [{ field: 'workbook', name: '課題.xlsx', bytes: other }])
    expect(aoi.status).to.equal(422)
    expect(aoi.text).to.include('これは「課題」のファイルです')
    await aoi.upload(`${paths.sheet(region, 'status_sheet')}/workbook`, [
      { field: 'workbook', name: '状態.xlsx', bytes: await filled('status_sheet.abc', () => {}) },
    ])
    expect(aoi.text).to.include('別のシートのために受け取ったファイルです')
    await aoi.upload(`${to}/workbook`, [])
    expect(aoi.text).to.include('Excelファイル（.xlsx）を選んでください')
    const ken = await browse(midori, 'ken')
    await ken.open(paths.sheetWorkbook(region, 'profile'))
    expect(ken.status).to.equal(200)
    await ken.open(paths.sheetWorkbookNew(region, 'profile'))
    expect(ken.status).to.equal(403)
  })
})
