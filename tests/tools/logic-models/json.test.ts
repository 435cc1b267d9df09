import { expect } from 'chai'
import { readModel } from '../../../src/tools/model-words/forms.ts'
import { modelFor } from '../../support/models.ts'

const wordsOf = (given: unknown): string => {
  try {
    readModel(given)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}
const boxes = [
  { id: 'a', kind: 'activity', text: '出向く' },
  { id: 'o', kind: 'output', text: '回数' },
]

describe('a logic model from a JSON file', () => {
  it('comes in as it was written', () => {
    const body = modelFor(3, { boxes: 60 })
    expect(readModel(JSON.parse(JSON.stringify(body)))).to.deep.equal(body)
  })

  it('names what can’t be drawn', () => {
    const circle = [
      { id: 'l1', from: 'a', to: 'o' },
      { id: 'l2', from: 'o', to: 'a' },
    ]
    expect(wordsOf({ boxes, links: circle })).to.equal(
      'つながりが輪になっています（出向く → 回数 → 出向く）。どこか一本を外してください',
    )
    expect(wordsOf({ boxes, links: [{ id: 'l1', from: 'a', to: 'z' }] })).to.include(
      'つながり「l1」の先の箱がファイルにありません',
    )
    expect(wordsOf({ boxes: [{ id: 'x', kind: 'dream', text: '夢' }] })).to.include('箱「夢」の kind が「dream」です')
    expect(wordsOf({ boxes: [boxes[0], boxes[0]] })).to.include('同じ id「a」が二度')
    expect(wordsOf([1])).to.not.equal('')
  })
})
