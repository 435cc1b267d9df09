import { expect } from 'chai'
import { allFound, questionsFor } from '../../../src/tools/questions/questions.ts'
import { rows } from './asking.ts'

const facts = {
  ownNames: ['東浜県みどり町'],
  population: 18_000,
  namesPerson: (text: string) => (text.includes('山田さん') ? ['山田さん'] : []),
}

describe('what a まとめ is asked before it leaves the region', () => {
  it('Z1 to Z7 all stand on it, each at its place', () => {
    const body = {
      before: rows([{ id: 'b1', text: '退院の知らせが届かない' }]),
      changes: rows([
        { id: 'c1', text: '山田さんの家にベッドが間に合った' },
        { id: 'c2', text: 'みどり総合病院は退院の連絡をしてくれない' },
        { id: 'c3', text: '対象者のうち3人が入院した' },
      ]),
      next: rows([
        { id: 'n1', text: '来年から別の会議に統合する予定です' },
        { id: 'n2', text: '連絡先の紙を渡す' },
      ]),
    }
    const asked = new Map(questionsFor('closing', body, facts).map(({ id, place }) => [id, place.path]))
    expect([...asked.keys()].sort()).to.include.members(['Z1', 'Z2', 'Z3', 'Z4', 'Z6', 'Z7'])
    expect([asked.get('Z1'), asked.get('Z2'), asked.get('Z7')]).to.deep.equal(['before/b1', 'changes/c1', 'next/n2'])
    const counted = { changes: rows([{ id: 'c', text: '知らせが11件届いた' }]) }
    expect(questionsFor('closing', counted).map(({ id }) => id)).to.include('Z5')
  })

  it('効果検証 is handed on too: its words are asked the same', () => {
    const effect = {
      remarks: '山田さんのことを、みどり総合病院は連絡してくれない。',
      self: rows([{ id: 'vision', after: '3' }]),
    }
    const asked = allFound({ ...facts, bodies: { effect } }).filter(({ place }) => place.ref === 'effect')
    expect(asked.map(({ id, place }) => [id, place.path])).to.deep.include(['Z2', 'remarks'])
    expect(asked.map(({ id }) => id)).to.include('Z3')
  })
})
