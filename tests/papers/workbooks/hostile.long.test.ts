import { expect } from 'chai'
import { entryTemplate } from '../../../src/papers/templates/entry.ts'
import { markWorkbook, readWorkbook, writeWorkbook } from '../../../src/papers/workbooks/workbook.ts'
import { rezipped } from '../../platform/zip.ts'
import { full, problemOf, readBack } from './town.ts'

const defined = { template: 'entry', version: 1, region: 'midori', revision: '7' }

describe('a workbook that means harm', () => {
  let good: Buffer
  before(async () => {
    good = await writeWorkbook({ template: entryTemplate, body: full, defined, heading: 'みどり町（東浜県）' })
  })
  const withSheet = (rewrite: (xml: string) => string) =>
    rezipped(good, (name, text) => (name.endsWith('sheet1.xml') ? rewrite(text) : text))
  const readSheet = async (rewrite: (xml: string) => string) => readBack(await withSheet(rewrite))
  const before1 = (tag: string, more: string) => (xml: string) => xml.replace(tag, `${more}${tag}`)

  it('the worker reads and marks a good one', async () => {
    expect((await readWorkbook(good, entryTemplate)).body).to.deep.equal(full)
    const fault = { cell: 'エントリー!C7', path: 'reason', message: '応募の理由を書いてください', typed: '' }
    const marked = await markWorkbook(good, [fault])
    expect((await readWorkbook(marked, entryTemplate)).body).to.deep.equal(full)
  })

  it('a million formatted or validated cells cost nothing', async () => {
    const started = Date.now()
    const lists = '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation>'
    expect((await readSheet(before1('<dataValidation ', lists))).body).to.deep.equal(full)
    expect(
      (await readSheet(before1('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))).body,
    ).to.deep.equal(full)
    expect(Date.now() - started).to.be.below(1500)
  })

  it('entities are not followed, addresses beyond the sheet are refused', async () => {
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    expect((await readSheet(before1('<worksheet', entity))).body).to.deep.equal(full)
    expect(await problemOf(readSheet(before1('</sheetData>', '<row r="99999999999"><c r="ZZZZ9"/></row>')))).to.include(
      '読めませんでした',
    )
  })

  it('torn XML is a file that cannot be read, never a failure of ours', async () => {
    expect(await problemOf(readSheet((xml) => xml.slice(0, xml.length / 2)))).to.include(
      'Excelのファイルとして読めませんでした',
    )
    expect(await problemOf(readSheet(() => 'rubbish'))).to.include('Excelのファイルとして読めませんでした')
    expect(await problemOf(readWorkbook(Buffer.from('rubbish'), entryTemplate))).to.include(
      '受けとれる形式ではありません',
    )
    expect(await problemOf(markWorkbook(Buffer.alloc(0), []))).to.include('中身が空です')
  })

  it('defined names that lie are not believed', async () => {
    const lying = await rezipped(good, (name, text) =>
      name === 'xl/workbook.xml' ? text.replaceAll(/'様式の情報'!\$B\$\d/g, "'x'!$ZZZ$99999999") : text,
    )
    expect((await readBack(lying)).body.reason).to.equal(full.reason)
  })

  it('NUL, <script> and formulas are words like others', async () => {
    const { body } = await readSheet((xml) => xml)
    expect(body.hopes).to.equal('=1+1 と書いても文字のまま')
    const nasty = { reason: '<script>alert(1)</script>&amp;', hopes: '@SUM(A1)\tx', theme: '=HYPERLINK("http://x")' }
    const bytes = await writeWorkbook({
      template: entryTemplate,
      body: { ...nasty, department: 'a\u0000b\u0007' },
      defined,
      heading: 'a&b',
    })
    const again = await readBack(bytes)
    expect(again.body).to.include({ ...nasty, department: 'ab' })
  })
})
