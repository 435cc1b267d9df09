import { expect } from 'chai'
import { applied, diffOf } from '../../../src/papers/documents/body.ts'
import { merge } from '../../../src/papers/documents/diff.ts'
import type { Body } from '../../../src/papers/templates/templates.ts'

const issues = (...texts: string[]): Body => ({ issues: texts.map((text) => ({ id: text.charAt(0), text })) })

describe('what changed in a body', () => {
  it('names places by keys and row ids', () => {
    const before: Body = { reason: '退院の知らせが遅い', ...issues('a 知らせ', 'b 会議') }
    const after: Body = { reason: '退院の知らせが来ない', ...issues('a 知らせ先', 'c 様式') }
    expect(diffOf(before, after).map((c) => c.path)).to.deep.equal(['reason', 'issues/b', 'issues/a/text', 'issues/c'])
  })

  it('leads from one body to the other, rows, order, emptied fields and all', () => {
    const bodies: Body[] = [
      {},
      { reason: '𠮷野の🏥', scenes: ['daily', 'dementia'], ...issues('a', 'b', 'c') },
      { hopes: '<script>', ...issues('c', 'a', 'd', 'b') },
      { scenes: ['dementia'], ...issues('d') },
    ]
    for (const before of bodies) {
      for (const after of bodies) expect(applied(before, diffOf(before, after))).to.deep.equal(after)
    }
  })

  it('sees no change between nothing written and an emptied field', () => {
    expect(diffOf({}, { reason: '', issues: [], scenes: [] })).to.deep.equal([])
  })

  it('tells a changed order from new rows at the end', () => {
    expect(diffOf(issues('a', 'b'), issues('a', 'b', 'c')).map((c) => c.path)).to.deep.equal(['issues/c'])
    expect(diffOf(issues('a', 'b'), issues('b', 'a')).map((c) => c.path)).to.deep.equal(['order:issues'])
  })
})

describe('two colleagues at once', () => {
  const base: Body = { reason: '知らせが遅い', theme: '退院', ...issues('a', 'b') }

  it('takes what only one of them touched', () => {
    const theirs: Body = { ...base, reason: '知らせが来ない' }
    const mine: Body = { ...base, ...issues('a', 'b', 'c'), hopes: '一緒に考えたい' }
    const merged = merge({ base, theirs, mine })
    expect(merged.clashes).to.deep.equal([])
    expect(merged.body).to.deep.equal({ ...mine, reason: '知らせが来ない' })
  })

  it('keeps the rows that both added, theirs first', () => {
    const merged = merge({
      base,
      theirs: { ...base, ...issues('a', 'b', 't') },
      mine: { ...base, ...issues('a', 'b', 'm') },
    })
    expect(merged.body.issues).to.deep.equal(issues('a', 'b', 't', 'm').issues)
  })

  it('takes the same change once', () => {
    const both = { ...base, theme: '看取り' }
    expect(merge({ base, theirs: both, mine: both })).to.deep.equal({ body: both, clashes: [] })
  })

  it('asks where both wrote something different, field by field within a row', () => {
    const theirs: Body = {
      ...base,
      issues: [
        { id: 'a', text: '町の窓口', weight: '3' },
        { id: 'b', text: 'b' },
      ],
    }
    const mine: Body = {
      ...base,
      issues: [
        { id: 'a', text: '病院の窓口', ease: '2' },
        { id: 'b', text: 'b' },
      ],
    }
    const merged = merge({ base, theirs, mine })
    expect(merged.clashes).to.deep.equal([{ path: 'issues/a/text', base: 'a', theirs: '町の窓口', mine: '病院の窓口' }])
    const answered = merge({ base, theirs, mine }, new Map([['issues/a/text', { pick: 'own', own: '両方の窓口' }]]))
    expect(answered.clashes).to.deep.equal([])
    expect(answered.body.issues).to.deep.equal([
      { id: 'a', text: '両方の窓口', weight: '3', ease: '2' },
      { id: 'b', text: 'b' },
    ])
  })

  it('asks when one deletes what the other edited', () => {
    const merged = merge({
      base,
      theirs: { ...base, ...issues('a') },
      mine: {
        ...base,
        issues: [
          { id: 'a', text: 'a' },
          { id: 'b', text: '直した' },
        ],
      },
    })
    expect(merged.clashes).to.deep.equal([
      { path: 'issues/b', base: { id: 'b', text: 'b' }, theirs: null, mine: { id: 'b', text: '直した' } },
    ])
  })

  it('asks about the order only when both moved rows differently', () => {
    const start: Body = issues('a', 'b', 'c')
    expect(merge({ base: start, theirs: issues('b', 'a', 'c'), mine: issues('a', 'b', 'c', 'd') }).body).to.deep.equal(
      issues('b', 'a', 'c', 'd'),
    )
    const clash = merge({ base: start, theirs: issues('b', 'a', 'c'), mine: issues('c', 'a', 'b') })
    expect(clash.clashes.map((c) => c.path)).to.deep.equal(['order:issues'])
  })
})
