import { expect } from 'chai'
import { FLOOR, SHEET, textOf } from '../../../src/overview/board-layouts/board-layouts.ts'
import { layoutOf } from '../../../src/overview/board-layouts/body.ts'
import { boardSlides } from '../../../src/overview/board-slides/paper.ts'
import { type Board, linesOf } from '../../../src/overview/boards/boards.ts'
import { isOnPage } from '../../../src/platform/pptx/pptx.ts'
import { emsOf } from '../../../src/platform/wrapping/wrapping.ts'
import { boardFor, boardOf, columnOf, lineOf } from '../../support/boards.ts'

const bare = (text: string) => text.replace(/\s+/g, '')
const MM = 25.4 / 72

/** Every sentence by its id, put together from all the pages it stands on. */
function wordsLaid(board: Board): Map<string, string> {
  const words = new Map<string, string>()
  for (const page of layoutOf(board).pages)
    for (const row of page.rows)
      for (const { strips } of row.cells)
        for (const strip of strips)
          if (strip.id) words.set(strip.id, (words.get(strip.id) ?? '') + strip.lines.join(''))
  return words
}

function expectWhole(board: Board, seed = 0): void {
  const laid = wordsLaid(board)
  const given = linesOf(board)
  expect([...laid.keys()].sort(), `seed ${seed}: ids`).to.deep.equal(given.map((line) => line.id).sort())
  for (const line of given) expect(bare(laid.get(line.id) ?? ''), `seed ${seed}`).to.equal(bare(line.text))
}

/** Only a long sentence is parted. */
const wholeOf = (board: Board, { id }: { id: string }) =>
  linesOf(board).find((line) => line.id === id)?.text.length ?? Number.POSITIVE_INFINITY

function expectInside(board: Board, seed = 0): void {
  const { pages, size, footY } = layoutOf(board)
  expect(size.pt, `seed ${seed}`).to.be.at.least(FLOOR)
  for (const page of pages) {
    let last = page.top
    for (const { y, h, cells } of page.rows) {
      expect(y, `seed ${seed}: rows overlap`).to.be.at.least(last - 0.01)
      last = y + h
      expect(last, `seed ${seed}: below the foot`).to.be.at.most(footY + 0.01)
      for (const cell of cells) {
        expect(cell.x).to.be.at.least(0)
        expect(cell.x + cell.w, `seed ${seed}`).to.be.at.most(SHEET.w + 0.01)
        let under = 0
        for (const strip of cell.strips) {
          expect(strip.y, `seed ${seed}: strips overlap`).to.be.at.least(under - 0.01)
          under = strip.y + strip.h
          expect(y + cell.top + under, `seed ${seed}: ${textOf(strip)}`).to.be.at.most(last + 0.01)
          if (strip.goesOn || strip.isRest) expect(wholeOf(board, strip), textOf(strip)).to.be.greaterThan(40)
          const widest = Math.max(...strip.lines.map((line) => emsOf(line.trimEnd())))
          if (strip.sort === 'item') expect(widest * size.pt * MM, textOf(strip)).to.be.at.most(cell.w)
        }
      }
    }
  }
}

describe('the layout of the one page', () => {
  it('loses no word, keeps the order and draws nothing outside, whatever stands on it', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const board = boardFor(seed)
      expectWhole(board, seed)
      expectInside(board, seed)
      const slides = boardSlides(board)
      const boxes = slides.flatMap(({ titleAt, items }) => [
        titleAt,
        ...items.map((i) => (i.kind === 'arrow' ? null : i.at)),
      ])
      for (const box of boxes) if (box) expect(isOnPage(box), `seed ${seed} ${JSON.stringify(box)}`).to.equal(true)
    }
  }).timeout(20_000)

  it('keeps the larger letters where everything fits, then steps down once, then goes on', () => {
    const lines = (n: number) =>
      Array.from({ length: n }, (_, i) => lineOf(`${i}番めの文は、二行になるくらいの長さの文です。町の人が書きました`))
    const of = (n: number) =>
      layoutOf(boardOf({ columns: [columnOf('支援1', { situation: lines(n) }), columnOf('支援2')] }))
    const steps = Array.from({ length: 60 }, (_, n) => of(n))
    const looks = steps.map(({ size, pages }) => `${size.pt}/${pages.length}`)
    expect([...new Set(looks)].slice(0, 3)).to.deep.equal(['8.5/1', '8/1', '8/2'])
    expect(looks).to.deep.equal(looks.toSorted((a, b) => Number(a[2] === '5' ? 0 : 1) - Number(b[2] === '5' ? 0 : 1)))
  })

  it('takes thirty pieces of advice in one cell, and says where it goes on', () => {
    const advice = Array.from({ length: 30 }, (_, i) =>
      lineOf(
        `${i + 1}つめの助言です。本人と家族、ケアマネジャー、事業所のそれぞれが何に困っているかを、まず見える形にしてみましょう`,
      ),
    )
    const board = boardOf({
      columns: [columnOf('支援1'), columnOf('支援2', { advice }), columnOf('支援3'), columnOf('支援4')],
    })
    const { pages } = layoutOf(board)
    expect(pages.length).to.be.greaterThan(1)
    expect(pages[1]?.head.name.join('')).to.equal('東浜県みどり町（つづき）')
    expect(pages[1]?.rows[0]?.cells[0]?.strips[0]?.lines.join('')).to.equal('ADからのアドバイス（つづき）')
    expect(pages[1]?.rows[0]?.cells[0]?.strips[1]?.lines.join('')).to.equal('支援2')
    expectWhole(board)
    expectInside(board)
  })

  it('carries a text longer than a page over several, and a theme and a name that are much too long', () => {
    const long = lineOf('医師会に説明するだけでなく、入院先の病院にも働きかける方向を考えた。'.repeat(600))
    const head = { ...boardOf().head, name: 'とても長い名前の町'.repeat(40), theme: 'とても長いテーマ。'.repeat(400) }
    const board = boardOf({ head, columns: [columnOf('長い名前の回'.repeat(300), { situation: [long] })] })
    expect(layoutOf(board).pages.length).to.be.greaterThan(3)
    expectWhole(board)
    expectInside(board)
    const all = layoutOf(board).pages.flatMap((page) =>
      page.rows.flatMap((row) => row.cells.flatMap((cell) => cell.strips)),
    )
    const words = all.map(textOf).join('')
    for (const text of [head.theme, head.name, '長い名前の回'.repeat(300)]) expect(bare(words)).to.include(bare(text))
  })

  it('stands with nothing at all on it', () => {
    const { pages } = layoutOf(boardOf({ columns: [columnOf('支援1', { state: 'none' })] }))
    const said = pages.flatMap((page) =>
      page.rows.flatMap((row) => row.cells.flatMap((cell) => cell.strips.map(textOf))),
    )
    expect(said).to.include('この回は記録がありません').and.include('取組の記録はありません')
  })
})
