import { expect } from 'chai'
import type { Body, Row } from '../../../src/papers/templates/templates.ts'
import { monthOf } from '../../../src/tools/journey-months/journey-months.ts'
import { deedsOf, gridOf, spanOf } from '../../../src/tools/roadmaps/roadmaps.ts'

const span = (when: string) => {
  const { span: found } = spanOf(when)
  return found && [found.first, found.last]
}

describe('when something is to be done', () => {
  it('is read from the words people use, and stays words where it is none', () => {
    expect(span('令和8年4月')).to.deep.equal([monthOf(2026, 4), monthOf(2026, 4)])
    expect(span('令和8年度')).to.deep.equal([monthOf(2026, 4), monthOf(2027, 3)])
    expect(span('令和8年度前半')).to.deep.equal([monthOf(2026, 4), monthOf(2026, 9)])
    expect(span('令和8年10月〜3月')).to.deep.equal([monthOf(2026, 10), monthOf(2027, 3)])
    expect(span('R8.4から令和8年9月まで')).to.deep.equal([monthOf(2026, 4), monthOf(2026, 9)])
    expect(span('サービスに自信が持てたら')).to.equal(null)
    expect(span('')).to.equal(null)
  })
})

describe('the roadmap', () => {
  const next: Row[] = [
    { id: 'n1', text: '手順書を配る', due: '2026-04-10' },
    { id: 'n2', text: '評価する', dueText: '令和8年度末' },
  ]
  const closing: Body = { next }
  const boxes: Row[] = [
    { id: 'a1', kind: 'activity', text: '入院先を訪ねる', who: '町の保健師', when: '令和8年1月' },
    { id: 'a2', kind: 'activity', text: '済んだこと', status: 'done', when: '令和7年11月' },
    { id: 'f1', kind: 'final', text: '暮らし続けている' },
  ]
  const model: Body = {
    boxes,
    indicators: [{ id: 'x', box: 'a1', text: '訪ねた病院の数' }],
  }
  const forum: Body = { forums: [{ id: 'p', theme: '退院前の知らせ', when: 'いずれ' }] }

  it('gathers what is to come, in time, the timeless last', () => {
    expect(deedsOf({ closing, model, forum }).map((d) => [d.what, d.who, d.how])).to.deep.equal([
      ['入院先を訪ねる', '町の保健師', '訪ねた病院の数'],
      ['手順書を配る', '', ''],
      ['評価する', '', ''],
      ['退院前の知らせ', '', ''],
    ])
  })

  it('leaves out 協議の場 for those who may not read it', () => {
    expect(deedsOf({ closing, model, forum: null }).map((d) => d.from)).to.not.include('forum')
  })

  it('begins quarters where the fiscal year does', () => {
    const { columns } = gridOf(monthOf(2025, 12), { length: 12, step: 'quarter' })
    expect(columns.map((c) => c.label)).to.deep.equal(['10〜12月', '1〜3月', '4〜6月', '7〜9月'])
  })
})
