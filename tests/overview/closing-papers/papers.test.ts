import { expect } from 'chai'
import { type ClosingFacts, NOT_YET } from '../../../src/overview/closing-papers/closing-papers.ts'
import { closingGaps, closingPaper } from '../../../src/overview/closing-papers/paper.ts'
import { effectGaps, effectPaper } from '../../../src/overview/effect-papers/paper.ts'
import { lessonRows, outlinePaper, outlineRows, profilePaper } from '../../../src/overview/outline-papers/paper.ts'
import { deedsIn, gridFor, roadmapPaper } from '../../../src/overview/roadmap-papers/paper.ts'
import { sheetsOf } from '../../../src/overview/roadmap-papers/picture.ts'
import type { Body } from '../../../src/papers/templates/templates.ts'
import type { Paper } from '../../../src/platform/docx/docx.ts'
import type { Region } from '../../../src/programme/regions/regions.ts'
import { outsideOf } from '../../support/drawn.ts'

const facts = (bodies: Record<string, Body> = {}, more: Partial<ClosingFacts> = {}): ClosingFacts => ({
  region: { id: 'r', name: '東浜県みどり町', theme: '退院の知らせ', isSample: false } as Region,
  programmeName: '令和7年度の事業',
  fiscalYear: 2025,
  now: new Date('2025-12-16T00:30:00Z'),
  bodies: new Map(Object.entries(bodies)),
  ...{ hidden: new Set(), numbers: new Map(), values: [], slots: [] },
  record: { records: {}, practices: {}, advice: {}, measures: {}, gathered: {} },
  ...more,
})
/** All words of a paper, as its reader meets them. */
const wordsOf = (paper: Paper): string =>
  JSON.stringify(paper.blocks.map((block) => ('svg' in block ? block.alt : block)))
const tableOf = (paper: Paper, head: string) =>
  paper.blocks.flatMap((block) => (block.kind === 'table' && block.head.includes(head) ? [block.rows] : []))[0]

const closing: Body = {
  before: [
    { id: 'b1', text: '知らせが届かない' },
    { id: 'b2', text: '話す場がない' },
  ],
  changes: [
    { id: 'c1', text: '6件届いた', answers: 'b1', quality: 'number' },
    { id: 'c2', text: '夜間は手をつけていない', answers: 'b1', unchanged: 'yes' },
    { id: 'c3', text: '前向きになった' },
  ],
  next: [
    { id: 'n1', text: '続ける', due: '2026-04-01' },
    { id: 'n2', text: '広げる' },
  ],
}

describe('まとめ as a paper', () => {
  it('puts each issue beside what became of it; 「変わらなかった」 reads as a result', () => {
    const rows = tableOf(closingPaper(facts({ closing })), '支援前の課題')
    expect(rows).to.deep.equal([
      ['知らせが届かない', '・6件届いた（数字）\n・【変わらなかった】夜間は手をつけていない'],
      ['話す場がない', `（${NOT_YET}）`],
      ['（どの課題への変化か、まだ選ばれていません）', '・前向きになった'],
    ])
    expect(tableOf(closingPaper(facts({ closing })), 'いつごろ')).to.deep.equal([
      ['続ける', '令和8年4月1日（水）'],
      ['広げる', '未定'],
    ])
  })

  it('says what is missing', () => {
    expect(closingGaps(facts({ closing })).map((gap) => /\d|まだ/.exec(gap)?.[0])).to.deep.equal(['1', 'まだ', '1'])
    expect(wordsOf(closingPaper(facts()))).to.include('まとめは、まだ書かれていません')
  })
})

describe('効果検証 as a paper', () => {
  const effect: Body = {
    self: [
      { id: 'vision', before: '2', after: '4' },
      { id: 'forum', before: '1', after: '1' },
      { id: 'multi', before: '3' },
    ],
    minutesTown: '1260',
  }
  const model = { indicators: [{ id: 'n1', text: '知った人の割合', baseline: '0%', target: '80%' }] }

  it('tells both sides in a table beside the drawing, also who has not answered', () => {
    const paper = effectPaper(facts({ effect, logic_model: model }))
    const rows = tableOf(paper, '都道府県')
    expect(rows?.find(([label]) => label === '目指す姿の共有')).to.deep.equal(['目指す姿の共有', '2 → 4', '未回答'])
    expect(rows?.find(([label]) => label === '協議の場')?.[1]).to.equal('1のまま')
    expect(rows?.find(([label]) => label === '多機関との連携')?.[1]).to.equal('前3・後は未回答')
    expect(effectGaps(facts({ effect, logic_model: model }))).to.deep.equal([
      '市町村：前か後の片方だけが1項目、未回答が3項目あります',
      '都道府県の自己評価が、まだありません',
      'かかった時間が書かれていないところ：都道府県、アドバイザー、事務局',
      '気づいたこと（数字に表れない変化）が、まだ書かれていません',
      'まだ測っていない指標が1個あります',
    ])
    expect(tableOf(paper, '指標')).to.deep.equal([['知った人の割合', '0%', '—', '—', '80%', '—']])
  })
})

describe('支援の概要 and 自治体概要', () => {
  const support_outline: Body = {
    methods: [{ id: 'm1', text: '好事例を分析する' }],
    supportNeeds: ['ア', 'イ', 'ウ', 'エ'].map((text, n) => ({ id: `s${n}`, text })),
    interim: '案ができた',
  }

  it('has three places for what others may take, more where there is more', () => {
    expect(lessonRows(facts({ support_outline }))).to.deep.equal([
      ['① 好事例を分析する', '① ア'],
      ['② —', '② イ'],
      ['③ —', '③ ウ'],
      ['④ ', '④ エ'],
    ])
    expect(outlineRows(facts({ support_outline })).map(({ label }) => label)).to.deep.equal([
      ...['取組の方針', '課題と現状', 'アドバイザーとの検討', '中間報告', '最終報告', '成果等', '作ったもの'],
    ])
  })

  it('a report that is closed is filled up from its record and says so; a living one says what is not written', () => {
    const record = { ...facts().record, records: { final: '・形を描き直した' } }
    const living = outlineRows(facts({ support_outline }, { record })).find(({ label }) => label === '最終報告')
    expect(living?.text).to.equal('')
    expect(wordsOf(outlinePaper(facts({ support_outline }, { record })))).to.include(`（${NOT_YET}）`)
    const region = { ...facts().region, isSample: true }
    const closed = outlineRows(facts({ support_outline }, { record, region })).find(({ label }) => label === '最終報告')
    expect(closed?.text).to.equal('（回の記録から）\n・形を描き直した')
  })

  it('shows figures with their unit and where they come from', () => {
    const profile: Body = { population: '18240', agingRate65: '34.1', careCertRate: '—', asOf: '令和7年4月1日' }
    const paper = profilePaper(facts({ profile }))
    expect(tableOf(paper, '人口')).to.deep.equal([['18,240人', '34.1%', '—', '—']])
    expect(wordsOf(paper)).to.include('令和7年4月1日').and.include(NOT_YET)
  })
})

describe('ロードマップ on one sheet', () => {
  const forum: Body = { forums: [{ id: 'f', kind: 'practitioners', theme: '内輪の準備会', when: '令和8年4月' }] }
  const many: Body = {
    next: Array.from({ length: 40 }, (_, n) => ({
      ...{ id: `n${n}`, text: `${n}番目にすること、長い言葉で二行になるまで書いてある行`, dueText: '令和8年度の前半' },
    })),
  }

  it('leaves 市町村の内輪 out, but for those inside', () => {
    const given = facts({ closing, forum })
    expect(wordsOf(roadmapPaper(given))).to.not.include('内輪の準備会')
    const inside = roadmapPaper(given, { inside: true })
    expect([wordsOf(inside).includes('内輪の準備会'), inside.foot.startsWith('庁内用')]).to.deep.equal([true, true])
    expect(inside.landscape).to.equal(true)
  })

  it('goes on to further sheets, each within the page, every row once', () => {
    const given = facts({ closing: many })
    const deeds = deedsIn(given, { inside: false })
    const sheets = sheetsOf(deeds)
    expect(sheets.length).to.be.greaterThan(1)
    expect(sheets.flat()).to.deep.equal(deeds)
    const pictures = roadmapPaper(given).blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []))
    expect(pictures).to.have.length(sheets.length)
    for (const { svg, width, height } of pictures) {
      expect(outsideOf({ svg: svg.replace(/<style>.*?<\/style>/s, ''), width, height })).to.deep.equal([])
      expect(height / width, 'as high as a sheet across allows').to.be.lessThan(0.56)
    }
    expect(tableOf(roadmapPaper(given), '何を')).to.have.length(40)
  })

  it('begins this month, or where a report of an earlier year began', () => {
    const past: Body = { next: [{ id: 'n', text: '協議体を置く', dueText: '令和6年度末' }] }
    const given = facts({ closing: past })
    expect(gridFor(given, deedsIn(given, { inside: false })).columns[0]?.label).to.equal('12月')
    const sample = facts({ closing: past }, { region: { ...given.region, isSample: true } })
    expect(gridFor(sample, deedsIn(sample, { inside: false })).columns[0]?.label).to.equal('3月')
  })

  it('says that nothing is planned', () => {
    expect(wordsOf(roadmapPaper(facts()))).to.include('これからすることが、まだ書かれていません')
  })
})
