import { expect } from 'chai'
import { guardUpload } from '../../src/platform/files/guard.ts'
import type { FileKind } from '../../src/platform/files/kinds.ts'
import { partsOfZip, ZIP_LIMITS } from '../../src/platform/files/zip.ts'
import { bytesOf, newWorkbook } from '../../src/platform/office/office.ts'
import { Problem } from '../../src/platform/web/problem.ts'
import { type Part, zipOf } from './zip.ts'

const xlsx: FileKind[] = ['xlsx']
async function refusal(name: string, bytes: Buffer, kinds: FileKind[] = xlsx): Promise<string> {
  try {
    await guardUpload({ name, bytes, kinds })
  } catch (error) {
    if (error instanceof Problem) return `${error.code}：${error.message}`
    throw error
  }
  return 'taken'
}
const text = (words: string) => Buffer.from(words)
const book = (...more: Part[]) =>
  zipOf([
    { name: '[Content_Types].xml', bytes: text('<Types/>') },
    { name: 'xl/workbook.xml', bytes: text('<workbook/>') },
    ...more,
  ])
const ole = (more = '') =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(more, 'utf16le')])
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('what may come in', () => {
  it('takes a workbook, a picture, a PDF and plain text by their bytes', async () => {
    const made = newWorkbook()
    made.addWorksheet('エントリー').getCell('A1').value = '応募理由'
    expect(await guardUpload({ name: 'みどり町.xlsx', bytes: await bytesOf(made), kinds: xlsx })).to.include({
      kind: 'xlsx',
    })
    expect(await guardUpload({ name: '図.PNG', bytes: png, kinds: ['image', 'pdf'] })).to.deep.equal({
      kind: 'image',
      mime: 'image/png',
    })
    expect(await refusal('a.pdf', text('%PDF-1.7\n1 0 obj\n'), ['pdf'])).to.equal('taken')
    expect(await refusal('町.csv', text('コード,人口\n211001,5'), ['csv'])).to.equal('taken')
    expect(await refusal('町.csv', Buffer.from('90ac', 'hex'), ['csv'])).to.equal('taken')
    expect(await refusal('a.json', text('{}'), ['json', 'csv'])).to.equal('taken')
  })

  it('refuses what is empty, renamed, binary or of another kind, and says what to send', async () => {
    expect(await refusal('空.xlsx', Buffer.alloc(0))).to.equal(
      'invalid：「空.xlsx」は中身が空です。保存しなおしてから送ってください',
    )
    expect(await refusal('様式.xlsx', Buffer.from('MZ\u0090\u0000\u0003', 'latin1'))).to.include(
      'Excelブック（.xlsx）を送ってください',
    )
    expect(await refusal('様式.xlsx', png)).to.include('受けとれる形式ではありません')
    expect(await refusal('図.png', png)).to.include('受けとれる形式ではありません')
    expect(await refusal('様式.pdf', book(), ['xlsx', 'pdf'])).to.include('名前の終わりが中身と合いません')
    expect(await refusal('様式.xlsx', zipOf([{ name: 'a.txt', bytes: text('a') }]))).to.include(
      '受けとれる形式ではありません',
    )
    expect(await refusal('a.csv', Buffer.from([65, 0, 66]), ['csv'])).to.include('CSV')
    expect(await refusal('a.csv', Buffer.from('MZ\u0090\u0000', 'latin1'), ['csv'])).to.include('CSV')
    expect(await refusal('a.csv', Buffer.from('ff80fe41', 'hex'), ['csv'])).to.include('CSV')
  })

  it('tells how to save old, macro and locked workbooks', async () => {
    expect(await refusal('様式.xls', ole()))
      .to.include('古い形式（.xls）')
      .and.include('Excelブック（.xlsx）')
    expect(await refusal('様式.xlsx', ole('EncryptedPackage'))).to.include('パスワードを外して')
    expect(await refusal('様式.xlsm', book())).to.include('マクロ用の形式（.xlsm）')
    expect(await refusal('様式.xlsx', book({ name: 'xl/vbaProject.bin', bytes: text('x') }))).to.include(
      'マクロの入った',
    )
    expect(await refusal('様式.xlsx', book({ name: 'x.xml', bytes: text('x'), claims: { flags: 1 } }))).to.include(
      'パスワード',
    )
  })

  it('never unpacks a bomb: by ratio, by size, by number of parts, or by a lie about its size', async () => {
    const bomb = { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(20_000_000) }
    const before = Date.now()
    expect(await refusal('様式.xlsx', book(bomb))).to.include('too_large：ファイルを開くと大きくなりすぎる')
    expect(await refusal('様式.xlsx', book({ ...bomb, claims: { size: 500 } }))).to.include('こわれていて開けません')
    expect(await refusal('様式.xlsx', book({ ...bomb, bytes: text('x'), claims: { size: 4_000_000_000 } }))).to.include(
      'too_large',
    )
    const many = Array.from({ length: ZIP_LIMITS.entries }, (_, i) => ({ name: `${i}.xml`, bytes: text('') }))
    expect(await refusal('様式.xlsx', book(...many))).to.include('too_large')
    expect(Date.now() - before).to.be.below(1500)
  })

  it('calls a torn file broken', async () => {
    const whole = book()
    expect(await refusal('様式.xlsx', whole.subarray(0, whole.length - 10))).to.include('こわれていて開けません')
    expect(await refusal('様式.xlsx', Buffer.from('PK\u0003\u0004rubbish', 'latin1'))).to.include(
      'こわれていて開けません',
    )
    expect(await refusal('様式.xlsx', zipOf([{ name: '../../etc/passwd', bytes: text('x') }]))).to.include(
      'こわれていて開けません',
    )
    expect(await partsOfZip(whole)).to.deep.equal(['[Content_Types].xml', 'xl/workbook.xml'])
  })
})
