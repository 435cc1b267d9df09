import { expect } from 'chai'
import { linesBetween } from '../../../src/papers/revisions/diff.ts'
import { placeWords, shownAt } from '../../../src/papers/revisions/revisions.ts'
import { entryTemplate } from '../../../src/papers/templates/entry.ts'

const shown = (before: string, after: string) =>
  linesBetween(before, after).map(({ before: was, after: is }) => [
    was?.map((p) => (p.look === 'gone' ? `[${p.text}]` : p.text)).join('') ?? null,
    is?.map((p) => (p.look === 'new' ? `[${p.text}]` : p.text)).join('') ?? null,
  ])

describe('two texts side by side', () => {
  it('marks words as Japanese is written, paragraph by paragraph', () => {
    expect(shown('知らせが遅い\n困っている', '知らせが来ない\n困っている\n急いでいる')).to.deep.equal([
      ['知らせが[遅い]', '知らせが[来ない]'],
      ['困っている', '困っている'],
      [null, '[急いでいる]'],
    ])
  })

  it('keeps emoji and rare characters whole', () => {
    expect(shown('𠮷野🏥', '吉野🏥')).to.deep.equal([['[𠮷野]🏥', '[吉野]🏥']])
  })

  it('answers in time, whatever is compared', () => {
    const long = (seed: string) =>
      Array.from({ length: 3000 }, (_, i) => `${seed}${(i * 7919) % 1009}行目の言葉`).join('\n')
    const started = Date.now()
    linesBetween(long('あ'), long('い'))
    linesBetween('あ'.repeat(50_000), 'い'.repeat(50_000))
    expect(Date.now() - started).to.be.below(3_000)
  })
})

describe('places in words', () => {
  const body = {
    issues: [
      { id: 'r1', text: '知らせ' },
      { id: 'r2', text: '会議' },
    ],
  }
  it('names fields, rows and columns as the sheet does', () => {
    const words = ['reason', 'issues/r2/weight', 'issues/gone', 'partners/doctors/state', 'order:issues', 'older']
    expect(words.map((path) => placeWords(entryTemplate, path, body))).to.deep.equal([
      '応募理由',
      '課題の一覧 2行目 重要度',
      '課題の一覧 消した行',
      '地域関係者との連携状況 医師会・在宅医 いまの関わり',
      '課題の一覧の並び順',
      '前の様式の欄',
    ])
  })
  it('shows what stands there as people write it', () => {
    expect(shownAt(entryTemplate, 'consentOn', '2025-08-03')).to.contain('令和7年8月3日')
    expect(shownAt(entryTemplate, 'issues/r1', { id: 'r1', text: '知らせ', weight: '3' })).to.equal('知らせ／3 高い')
    expect(shownAt(entryTemplate, 'issues', body.issues)).to.equal('知らせ\n会議')
  })
})
