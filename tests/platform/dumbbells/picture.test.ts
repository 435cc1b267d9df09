import { expect } from 'chai'
import { parse } from 'node-html-parser'
import { changeWords, type DumbbellGroup, dumbbellsPicture } from '../../../src/platform/dumbbells/picture.ts'
import { outsideOf, overlapsIn, textsOf } from '../../support/drawn.ts'

const scale = { from: 1, to: 5, least: 'まだこれから', most: '自分たちで続けられる' }
const line = (label: string, before: number | null, after: number | null) => ({ label, before, after })
const groups: DumbbellGroup[] = [
  { heading: '目指す姿の共有', lines: [line('市町村', 1, 5), line('都道府県', 2, null)] },
  { heading: '協議の場', lines: [line('市町村', 3, 3), line('都道府県', null, null)] },
  { heading: '多機関との連携', lines: [line('市町村', 4, 2), line('都道府県', null, 4)] },
]
const drawn = (given: Partial<Parameters<typeof dumbbellsPicture>[0]> = {}) =>
  dumbbellsPicture({ id: 'd', title: '支援の前と後', groups, scale, ...given })

/** Left corner, and so the middle, of each diamond after the legend's two. */
const diamonds = (svg: string): number[] =>
  [...svg.matchAll(/<path class="ch-edge ch-solid" d="M([\d.]+) /g)].map(([, x]) => Number(x)).slice(2)
const rings = (svg: string): number[] =>
  parse(svg)
    .querySelectorAll('circle.ch-mark')
    .map((one) => Number(one.getAttribute('cx')))
    .slice(2)

describe('before and after on a line', () => {
  for (const width of [328, 640]) {
    it(`stands within its picture, nothing on anything else, at ${width} px`, () => {
      const picture = drawn({ width })
      expect(outsideOf(picture)).to.deep.equal([])
      expect(overlapsIn(textsOf(picture.svg))).to.deep.equal([])
      expect(picture.width).to.equal(width)
    })
  }

  it('places its marks by their numbers: a step is a step everywhere', () => {
    const { svg } = drawn()
    const [one, two, three, four] = rings(svg) as [number, number, number, number]
    const [five, same, fell, alone] = diamonds(svg) as [number, number, number, number]
    const step = two - one
    expect(step).to.be.greaterThan(20)
    const near = (x: number, value: number) => expect(x).to.be.closeTo(one + (value - 1) * step, 0.2)
    near(five, 5)
    near(three, 3)
    near(same, 3)
    near(four, 4)
    near(fell, 2)
    near(alone, 4)
  })

  it('tells what changed in words, also what did not change and what nobody answered', () => {
    expect(changeWords(line('', 2, 4))).to.equal('2 → 4')
    expect(changeWords(line('', 3, 3))).to.equal('3のまま')
    expect(changeWords(line('', 2, null))).to.equal('前2・後は未回答')
    expect(changeWords(line('', null, 4))).to.equal('前は未回答・後4')
    expect(changeWords(line('', null, null))).to.equal('未回答')
    const words = textsOf(drawn().svg).map((one) => one.words)
    expect(words).to.include.members(['1 → 5', '後は未回答', '3のまま', '未回答', '4 → 2', '前は未回答'])
    expect(words).to.include.members(['前', '後', '変わらなかった', '1：まだこれから', '5：自分たちで続けられる'])
    expect(drawn().svg).to.contain('都道府県 前2・後は未回答')
  })

  it('draws no line where one end is missing, and says so when all is missing', () => {
    expect(drawn().svg.match(/ch-way/g)).to.have.length(2)
    const none = groups.map((group) => ({ ...group, lines: group.lines.map(({ label }) => line(label, null, null)) }))
    expect(drawn({ groups: none, empty: 'まだ答えがありません。' }).svg).to.contain('まだ答えがありません。')
  })
})
