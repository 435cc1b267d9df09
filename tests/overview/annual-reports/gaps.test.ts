import { expect } from 'chai'
import { gapsOf, warnsFrom } from '../../../src/overview/annual-gaps/annual-gaps.ts'
import { meansOf, type RegionOfYear, type YearFacts } from '../../../src/overview/annual-reports/annual-reports.ts'
import type { Programme } from '../../../src/programme/programmes/programmes.ts'
import type { Rater } from '../../../src/tools/effects/effects.ts'

const answers = (rater: Rater, before: number | null, after: number | null) => ({
  ...{ key: 'vision', label: '目指す姿の共有', rater, before, after },
})
const spent = (minutes: number | null) => [{ key: 'minutesTown' as const, label: '市町村', minutes }]
const midori: RegionOfYear = {
  ...{ id: 'midori', name: 'みどり町', theme: '退院のあと', initialTheme: '' },
  steps: [
    { label: '支援1', when: '', state: 'done', situation: [], advice: [] },
    { label: '支援2', when: '', state: 'unfixed', situation: [], advice: [] },
    { label: '支援3', when: '', state: 'ahead', situation: [], advice: [] },
  ],
  ...{ deeds: [], issues: [], changes: [], next: [] },
  effect: {
    rated: [answers('self', 2, null), answers('prefecture_self', null, null)],
    spent: spent(null),
    remarks: '',
  },
  ...{ isPaused: false, personal: ['山田太郎'] },
  hrefs: { region: '/r', board: '/b', closing: '/c', effect: '/e', meetings: '/m' },
}
const programme = { id: 'p', supportFromOn: '2025-10-01', supportToOn: '2026-02-28' } as Programme
const year = (given: Partial<YearFacts> = {}): YearFacts => ({
  ...{ programme, texts: {}, facts: [], steps: [], groups: [], regions: [midori] },
  ...{ opinions: { rows: [], around: { regions: new Map(), meetings: new Map() } } },
  entries: { submitted: 7, selected: 4 },
  ...given,
})
const saying = (facts: YearFacts, isDue: boolean) => gapsOf(facts).flatMap((g) => (g.isDue === isDue ? [g.text] : []))

describe('what the annual report lacks', () => {
  it('parts what could be written now from what lies ahead', () => {
    expect(saying(year(), true)).to.include.members([
      '「はじめに」がまだです',
      '支援2の記録が確定していません',
      '個人が分かりませんか：「山田太郎」',
      '効果検証の「支援の前」がまだです（都道府県）',
    ])
    expect(saying(year(), false)).to.include.members([
      '支援3はこれからです',
      'まとめの「変わったこと」がまだです',
      '効果検証の「支援の後」がまだです（市町村・都道府県）',
      '「次年度の改善」がまだです',
    ])
  })

  it('asks for everything once the last meeting is over, and for each issue no change answers', () => {
    const [first, second] = midori.steps.filter((step) => step.state !== 'ahead')
    const steps = [first, second].flatMap((step) => step ?? [])
    const issues = [
      { id: 'i1', text: '連絡が遅い' },
      { id: 'i2', text: '担い手がいない' },
    ]
    const changes = [{ text: '翌日に届く', answers: ['i1'] }]
    const said = saying(year({ regions: [{ ...midori, steps, issues, changes }] }), true)
    expect(said).to.include('課題「担い手がいない」への変化がまだです（「変わらなかった」も書けます）')
    expect(said.join()).to.not.contain('連絡が遅い')
    expect(said).to.include('「次年度の改善」がまだです')
  })

  it('is silent when nothing is missing', () => {
    const full = {
      ...midori,
      steps: midori.steps.slice(0, 1),
      changes: [{ text: '変わらなかった', answers: [] }],
      next: [{ text: '続ける', when: '来年度' }],
      effect: { rated: [answers('self', 2, 3), answers('prefecture_self', 1, 1)], spent: spent(300), remarks: '' },
      personal: [],
    }
    const member = { name: '◎春山遥', affiliation: '大学', title: '' }
    const group = { name: '連携支援WG', href: '/g', members: [member], hasChair: true, meetings: [] }
    const texts = { intro: 'あ', flow: 'い', findings: 'う', next: 'え' }
    expect(gapsOf(year({ regions: [full], groups: [group], texts }))).to.deep.equal([])
  })

  it('is said from 1 December of its own year', () => {
    expect(warnsFrom(2025)).to.equal('2025-12-01')
  })
})

describe('means of a self-assessment', () => {
  it('counts only who answered both before and after', () => {
    const effect = (before: number | null, after: number | null) => ({
      ...{ rated: [answers('self', before, after), answers('prefecture_self', 5, 5)], spent: [], remarks: '' },
    })
    expect(meansOf([effect(2, 4), effect(1, null), effect(3, 3)], 'self')).to.deep.equal([
      { theme: '目指す姿の共有', n: 2, before: 2.5, after: 3.5 },
    ])
    expect(meansOf([effect(null, 5)], 'self')).to.deep.equal([
      { theme: '目指す姿の共有', n: 0, before: null, after: null },
    ])
    expect(meansOf([], 'self')).to.deep.equal([])
  })
})
