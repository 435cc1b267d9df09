import { expect } from 'chai'
import fc from 'fast-check'
import { gathered, shielded } from '../../../src/tools/small-cells/small-cells.ts'

/** Every table with the same sums that agrees with what is shown: what a patient reader could still think. */
function thinkable(cells: number[][], shown: (number | null)[][]): number[][][] {
  const found: number[][][] = []
  const columns = (cells[0] ?? []).map((_, j) => cells.reduce((n, row) => n + (row[j] ?? 0), 0))
  const walk = (i: number, j: number, so: number[][], left: number[]): void => {
    if (i === cells.length) {
      if (left.every((n) => n === 0)) found.push(so.map((row) => [...row]))
      return
    }
    const row = cells[i] ?? []
    const given = so[i] ?? []
    const rest = row.reduce((a, b) => a + b, 0) - given.reduce((a, b) => a + b, 0)
    if (j === row.length) {
      if (rest === 0) walk(i + 1, 0, so, left)
      return
    }
    const known = shown[i]?.[j] ?? null
    const most = Math.min(rest, left[j] ?? 0)
    for (let n = known ?? 0; n <= (known ?? most) && n <= most; n += 1) {
      const next = so.map((line, at) => (at === i ? [...line, n] : line))
      walk(
        i,
        j + 1,
        next.length > i ? next : [...next, [n]],
        left.map((one, at) => (at === j ? one - n : one)),
      )
    }
  }
  walk(
    0,
    0,
    cells.map(() => []),
    columns,
  )
  return found
}

describe('small cells are hidden', () => {
  it('and the sums do not give them away', () => {
    const shown = shielded(
      [
        [2, 8],
        [9, 6],
        [7, 7],
      ],
      5,
    )
    expect(shown[0]).to.deep.equal([null, null])
    expect(shown.filter((row) => row[0] === null)).to.have.length(2)
  })

  it('leaves alone what is large enough', () => {
    expect(
      shielded(
        [
          [5, 12, 0],
          [6, 6, 7],
        ],
        5,
      ),
    ).to.deep.equal([
      [5, 12, 0],
      [6, 6, 7],
    ])
  })

  it('whatever the table, a hidden small number could always be another one', () => {
    const table = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    fc.assert(
      fc.property(table, (cells) => {
        const shown = shielded(cells, 4)
        const all = thinkable(cells, shown)
        expect(all.length).to.be.greaterThan(0)
        const isWholeHidden = shown.every((row) => row.every((n) => n === null))
        cells.forEach((row, i) => {
          row.forEach((n, j) => {
            if (n === 0 || n >= 4) return
            expect(shown[i]?.[j]).to.equal(null)
            if (!isWholeHidden) expect(new Set(all.map((one) => one[i]?.[j])).size, `${i},${j}`).to.be.greaterThan(1)
          })
        })
      }),
      { numRuns: 150 },
    )
  })

  it('puts professions of a few people together until they are enough', () => {
    const groups = [
      { label: '医師', cells: [1, 1] },
      { label: 'ケアマネジャー', cells: [9, 3] },
      { label: '薬剤師', cells: [0, 1] },
      { label: '訪問看護師', cells: [4, 2] },
    ]
    const { rows, together } = gathered(groups, 5)
    expect(rows.map(({ label }) => label)).to.deep.equal(['ケアマネジャー'])
    expect(together).to.deep.equal({ label: '医師・薬剤師・訪問看護師', cells: [5, 4] })
  })
})
