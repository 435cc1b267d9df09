import { expect } from 'chai'
import { counted } from '../../../src/tools/journey-counts/journey-counts.ts'
import { inTime } from '../../../src/tools/journey-edits/journey-edits.ts'
import { readMonth, timeWords } from '../../../src/tools/journey-months/journey-months.ts'
import { careLevelKey, caseOf } from '../../../src/tools/journeys/journeys.ts'

type Line = [at: string, event: string, careLevel?: string]
const one = (part: string, ...lines: Line[]) =>
  caseOf(
    {
      part,
      body: {
        title: part,
        rows: lines.map(([at, event, careLevel = ''], i) => ({ id: `r${i}`, at, event, careLevel })),
      },
    },
    0,
  )

describe('a count across journeys', () => {
  const rose = one(
    'rose',
    ['R4.1', '通院', 'support1'],
    ['R5.1', '転倒して入院', ''],
    ['R5.9', '退院', 'care2'],
    ['R7.1', '訪問', ''],
  )
  const held = one('held', ['R4.1', '通院', 'support1'], ['R5.1', '自宅で転倒', 'support1'], ['R6.6', 'デイ', 'care1'])
  const short = one('short', ['R4.1', '通院', 'support1'], ['R5.1', '転倒', ''], ['R5.5', '退院', 'support1'])
  const silent = one('silent', ['R5.1', '転倒', ''], ['R7.1', '退院', ''])
  const absent = one('absent', ['R5.1', '肺炎', 'care1'], ['R7.1', '退院', 'care3'])

  it('tells how many rose within the months, and leaves out what can not be known', () => {
    const result = counted([rose, held, short, silent, absent], { word: '転倒', months: 12 })
    expect(result.rows.map((row) => row.result)).to.deep.equal(['rose', 'held', 'short', 'no_level', 'absent'])
    expect([result.numerator, result.denominator]).to.deep.equal([1, 2])
    expect(result.claim).to.equal('「転倒」のあと12か月以内に要介護度が上がった')
    expect(result.rows[0]?.levels).to.equal('要支援1 → 要介護2（令和5年9月）')
  })

  it('changes with the months asked for', () => {
    expect(counted([rose, held], { word: '転倒', months: 6 }).numerator).to.equal(0)
    expect(counted([rose, held], { word: '転倒', months: 24 }).numerator).to.equal(2)
  })

  it('counts from the mark where no word is given', () => {
    const marked = caseOf(
      {
        part: 'm',
        body: {
          rows: [
            { id: 'a', at: 'R5.1', event: '入院', careLevel: 'support1', mark: 'trigger' },
            { id: 'b', at: 'R5.3', event: '退院', careLevel: 'care1' },
          ],
        },
      },
      0,
    )
    expect(counted([marked, absent], { word: '', months: 3 })).to.include({ numerator: 1, denominator: 1 })
  })
})

describe('times as people write them', () => {
  it('are read as months; vague ones say so', () => {
    const april = { month: 2023 * 12 + 3, isVague: false }
    for (const typed of [
      '令和5年4月',
      'R5.4',
      '2023/4',
      '2023-04',
      '２０２３年４月',
      '202304',
      '令和5年4月10日',
      'R5.4.10',
      '2023年4月上旬',
    ])
      expect(readMonth(typed), typed).to.deep.equal(april)
    expect(readMonth('令和6年度末')).to.deep.equal({ month: 2025 * 12 + 2, isVague: true })
    expect(readMonth('令和5年4月ごろ')).to.deep.equal({ ...april, isVague: true })
    expect(readMonth('平成31年4月')?.month).to.equal(readMonth('2019-04')?.month)
    for (const typed of ['', '5月', '退院後', 'R5.13', '5年4月', '令和0年4月'])
      expect(readMonth(typed), typed).to.equal(null)
  })

  it('are shown in wareki where they are sure, else as typed', () => {
    expect([timeWords('2019-04'), timeWords('2019-05'), timeWords('令和6年度末')]).to.deep.equal([
      '平成31年4月',
      '令和元年5月',
      '令和6年度末',
    ])
  })

  it('care levels too, in their short forms', () => {
    expect(['要介護２', '介2', '支１', '要支援 2', '自立', '非該当'].map(careLevelKey)).to.deep.equal([
      ...['care2', 'care2', 'support1', 'support2', 'independent', 'independent'],
    ])
    expect(careLevelKey('要介護6')).to.equal(null)
  })

  it('rows are put in time; one without a time stays behind the row above it', () => {
    const rows = [
      { id: 'b', at: 'R6.4' },
      { id: 'c', at: 'そのあと' },
      { id: 'a', at: 'R5.4' },
    ]
    expect((inTime({ rows }).rows as { id: string }[]).map((row) => row.id)).to.deep.equal(['a', 'b', 'c'])
  })
})
