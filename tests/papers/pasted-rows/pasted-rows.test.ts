import { expect } from 'chai'
import { pastedRows } from '../../../src/papers/pasted-rows/pasted-rows.ts'
import { inventoryTemplate } from '../../../src/papers/templates/inventory.ts'
import { type Field, fieldOf } from '../../../src/papers/templates/templates.ts'

const items = fieldOf(inventoryTemplate, 'items') as Field
const paste = (text: string, there = 0) => {
  let n = 0
  return pastedRows(items, text, { there, newId: () => `n${++n}` })
}

describe('a table pasted into a sheet', () => {
  it('is read in the order of the form, or by its own heading, with cells of several lines', () => {
    expect(paste('カ 関係者の研修\t"勉強会\n（年2回）"\t委託').rows).to.deep.equal([
      { id: 'n1', item: 'f', text: '勉強会\n（年2回）', how: 'entrusted' },
    ])
    expect(paste('取組の内容\t関わる場面\n相談窓口\t看取り、入退院支援\n\t\n名簿\t').rows).to.deep.equal([
      { id: 'n1', text: '相談窓口', scenes: 'discharge,endoflife' },
      { id: 'n2', text: '名簿' },
    ])
  })

  it('keeps what fits no choice, names what it left out, and takes no more than fits', () => {
    expect(paste('ア\t名簿\t半々').rows[0]).to.deep.equal({ id: 'n1', item: 'a', text: '名簿', how: '半々' })
    expect(paste('a\tb\tc\td\te\tf\tg\th').said).to.include('右の2列は、この表にないため読んでいません')
    expect(paste('x\ty\n'.repeat(10), 195)).to.deep.include({
      said: '5行を足しました。200行までのため、残りの5行は足していません。確かめて「保存する」を押してください',
    })
    expect(paste(' \n\t\n').said).to.include('貼りつけた表に行がありません')
    expect(paste('"閉じない引用\tb').rows).to.have.length(1)
  })
})
