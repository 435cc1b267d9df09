import { expect } from 'chai'
import { type Candidate, namesOf, turnOf, warningsOf } from '../../../src/programme/selection/selection.ts'

const candidate = (n: number): Candidate => ({
  regionId: `r${n}`,
  name: `第${n}町`,
  note: '東浜県',
  population: null,
  band: null,
  isSmall: false,
  bureauCode: null,
  bureau: '東海北陸厚生局',
  scenes: [],
  theme: '',
  typicalCase: '',
  team: [],
  filled: { filled: 0, of: 1 },
  questions: [],
})
const many = (n: number) => Array.from({ length: n }, (_, at) => candidate(at + 1))

describe('comparing many entries', () => {
  it('lays twenty side by side and turns beyond that', () => {
    expect(turnOf(many(20), [], 1).turn).to.equal(null)
    const { shown, turn } = turnOf(many(45), [], 2)
    expect(shown.map((c) => c.regionId))
      .to.have.length(20)
      .and.include('r21')
    expect(turn).to.deep.equal({ words: '45件のうち 21–40', kept: [], previous: 1, next: 3 })
    expect(turnOf(many(45), [], 9999).turn).to.include({ words: '45件のうち 41–45', next: null })
    expect(turnOf(many(45), [], -3).turn).to.include({ previous: null, next: 2 })
  })

  it('takes along what was ticked on the other pages', () => {
    expect(turnOf(many(45), ['r1', 'r22', 'r45'], 2).turn?.kept).to.deep.equal(['pick-r1', 'pick-r45'])
  })

  it('names a few and counts the rest', () => {
    const names = many(12).map((c) => c.name)
    expect(namesOf(names)).to.match(/第10町ほか2件$/)
    const same = many(3).map((c) => ({ ...c, bureauCode: 'tokai_hokuriku' as never }))
    expect(warningsOf(same, 4)[0]?.text).to.include('第1町と第2町と第3町が、いずれも東海北陸厚生局')
    expect(warningsOf(same.slice(1), 4)[0]?.text).to.include('どちらも東海北陸厚生局')
  })
})
