import { expect } from 'chai'
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
    let seed = 7
    const upTo = (n: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * n)
    }
    for (let run = 0; run < 200; run += 1) {
      const width = 2 + upTo(2)
      const cells = Array.from({ length: 2 + upTo(2) }, () => Array.from({ length: width }, () => upTo(8)))
      const shown = shielded(cells, 4)
      const all = thinkable(cells, shown)
      const isAllHidden = shown.every((row) => row.every((n) => n === null))
      for (const [i, row] of cells.entries())
        for (const [j, n] of row.entries()) {
          if (n === 0 || n >= 4) continue
          expect(shown[i]?.[j]).to.equal(null)
          const thought = new Set(all.map((one) => one[i]?.[j]))
          if (!isAllHidden) expect(thought.size, JSON.stringify({ cells, shown, i, j })).to.be.greaterThan(1)
        }
    }
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
    expect(together).to.deep.equal({ label: '医師・薬剤師・訪問看護師（まとめて）', cells: [5, 4] })
  })
})
