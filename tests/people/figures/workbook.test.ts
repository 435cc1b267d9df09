import { expect } from 'chai'
import type { Known } from '../../../src/people/figures/figures.ts'
import { readFiguresCsv, readFiguresText } from '../../../src/people/figures/workbook.ts'

const blank = {
  kana: '',
  population: null,
  populationAged65: null,
  agingRate: null,
  isDepopulated: null,
  isMountainous: null,
}
const town = (name: string): Known => ({ ...blank, name, figuresAsOf: null, figuresSource: null })
const known = new Map([
  ['011002', town('札幌市')],
  ['013030', town('当別町')],
  ['213021', town('岐南町')],
  ['213039', town('笠松町')],
  ['913413', town('みどり町')],
])
const otherwise = { asOf: '2025-01-01', source: '住民基本台帳' }
const read = (...lines: string[]) => readFiguresText(lines.join('\r\n'), known, otherwise)
const fault = (heading: string, line: string) => read(heading, line).faults[0]?.message

describe('the CSV of figures', () => {
  it('reads numbers, marks and dates as offices write them', () => {
    const { rows, faults } = read(
      'コード,市町村名,人口,65歳以上人口,高齢化率,過疎,中山間,基準日,出典,新しい名称',
      '２１３０２１,岐阜県岐南町,"２６，１２３人",6 543,２５．１％,×,○,令和7年1月1日,国勢調査（速報）,',
      '213039,笠松町,"21,000",7000,,0,該当,R7.1.1,,かさまつ町',
    )
    expect(faults).to.deep.equal([])
    expect(rows).to.deep.equal([
      {
        code: '213021',
        population: 26123,
        populationAged65: 6543,
        agingRate: 25.1,
        isDepopulated: 0,
        isMountainous: 1,
        figuresAsOf: '2025-01-01',
        figuresSource: '国勢調査（速報）',
        newName: null,
        newKana: null,
      },
      {
        code: '213039',
        population: 21000,
        populationAged65: 7000,
        agingRate: 33.3,
        isDepopulated: 0,
        isMountainous: 1,
        figuresAsOf: '2025-01-01',
        figuresSource: '住民基本台帳',
        newName: 'かさまつ町',
        newKana: null,
      },
    ])
  })

  it('reads UTF-8 with and without its mark, Shift_JIS and UTF-16', () => {
    const text = 'コード,人口\n213021,100\n'
    const sjis = Buffer.from([0x83, 0x52, 0x81, 0x5b, 0x83, 0x68]) // コード
    const jinko = Buffer.from([0x90, 0x6c, 0x8c, 0xfb]) // 人口
    const files = [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.concat([sjis, Buffer.from(','), jinko, Buffer.from('\r\n213021,100\r\n')]),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
    ]
    for (const bytes of files) {
      const { rows, faults } = readFiguresCsv(bytes, known, otherwise)
      expect(faults).to.deep.equal([])
      expect(rows[0]?.population).to.equal(100)
    }
  })

  it('finds the heading below a title and understands other headings', () => {
    const { rows, faults } = read(
      '令和7年 住民基本台帳人口,,',
      '',
      '団体コード,団体名,人口（人）,65歳以上人口',
      '213021,岐南町,100,30',
    )
    expect(faults).to.deep.equal([])
    expect(rows[0]).to.include({ population: 100, agingRate: 30 })
  })

  it('takes the good rows and names the bad ones by line', () => {
    const { rows, faults, lines } = read(
      'コード,人口',
      '213021,100',
      '213020,100',
      '',
      '213021,200',
      '999999,1',
      '213039,多い',
    )
    expect(rows.map((row) => row.code)).to.deep.equal(['213021'])
    expect(lines).to.equal(5)
    expect(faults).to.deep.equal([
      { line: 3, message: 'コード 213020 は検査数字（6桁目）が合いません。正しくは 213021（岐南町）ではありませんか' },
      { line: 5, message: 'コード 213021 は2行目にもあります。2行目だけを使います' },
      { line: 6, message: 'コード 999999 は検査数字（6桁目）が合いません' },
      { line: 7, message: '人口「多い」を数として読めません' },
    ])
  })

  it('says what is wrong in a sentence', () => {
    expect(fault('コード,人口', ',5')).to.include('コードが空です')
    expect(fault('コード,人口', 'ABC,5')).to.equal('コード「ABC」は6桁の数字ではありません')
    expect(fault('コード,人口', '011011,5')).to.include('登録がありません')
    expect(fault('コード,人口,65歳以上人口', '213021,10,11')).to.equal(
      '65歳以上人口（11人）が人口（10人）より多くなっています',
    )
    expect(fault('コード,高齢化率', '213021,100.1')).to.include('100％を超えています')
    expect(fault('コード,人口', '213021,-5')).to.include('数として読めません')
    expect(fault('コード,過疎', '213021,たぶん')).to.include('○')
    expect(fault('コード,人口,基準日', '213021,5,2025/02/30')).to.include('という日付はありません')
    expect(fault('コード,市町村名,人口', '213021,笠松町,5')).to.include('コードの「岐南町」と合いません')
    expect(fault('コード,新しい名称', '213021,<script>')).to.include('市・区・町・村で終わる')
  })

  it('understands a code whose 0 was eaten, or without its check digit', () => {
    expect(read('コード,人口', '11002,5', '21302,6').rows.map((row) => row.code)).to.deep.equal(['011002', '213021'])
    expect(read('コード,市町村名,人口', '13030,北海道石狩郡当別町,5').rows[0]?.code).to.equal('013030')
  })

  it('reads an empty cell as "no" only in a column of marks alone', () => {
    expect(read('コード,過疎', '213021,○', '213039,').rows.map((row) => row.isDepopulated)).to.deep.equal([1, 0])
    expect(read('コード,過疎', '213021,○', '213039,', '011002,×').rows.map((row) => row.isDepopulated)).to.deep.equal([
      1,
      null,
      0,
    ])
  })

  it('loses one line, not the file, to an open quote', () => {
    const { rows, faults } = read('コード,人口', '213021,"100', '213039,5')
    expect(rows.map((row) => row.code)).to.deep.equal(['213039'])
    expect(faults[0]?.line).to.equal(2)
  })

  it('refuses what is no such file, kindly', () => {
    for (const text of ['', 'あ,い\n1,2', 'コード\n213021', 'PK\u0000\u0003', '{"a":1}'])
      expect(read(text).faults[0]?.message, text).to.match(/[ぁ-ん]/)
    expect(readFiguresCsv(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), known, otherwise).rows).to.deep.equal([])
  })
})
