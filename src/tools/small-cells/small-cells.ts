/** A row of a table by group: how many people, and how they spread over the columns. */
export interface Group {
  label: string
  cells: number[]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const sizeOf = (group: Group): number => sum(group.cells)

const joined = (groups: readonly Group[]): Group => ({
  label: groups.length > 1 ? `${groups.map(({ label }) => label).join('・')}（まとめて）` : (groups[0]?.label ?? ''),
  cells: (groups[0]?.cells ?? []).map((_, column) => sum(groups.map(({ cells }) => cells[column] ?? 0))),
})

/** Groups of fewer people stand together as one row, with the next smallest where they are still too few. */
export function gathered(groups: readonly Group[], smallest: number): { rows: Group[]; together: Group | null } {
  const bySize = groups.filter((group) => sizeOf(group) > 0).sort((a, b) => sizeOf(a) - sizeOf(b))
  const few = bySize.filter((group) => sizeOf(group) < smallest)
  const rest = bySize.filter((group) => sizeOf(group) >= smallest)
  while (few.length > 0 && sum(few.map(sizeOf)) < smallest) {
    const next = rest.shift()
    if (!next) break
    few.push(next)
  }
  const rows = groups.filter((group) => rest.includes(group))
  return { rows, together: few.length > 0 ? joined(groups.filter((group) => few.includes(group))) : null }
}

/**
 * Cells with fewer people are hidden, and as many others as it takes that none of them can be worked out from the sums
 * of rows and columns, which everybody may know. null is a hidden cell.
 */
export function shielded(cells: readonly (readonly number[])[], smallest: number): (number | null)[][] {
  const small = cells.flatMap((row, i) => row.flatMap((n, j) => (n > 0 && n < smallest ? [{ i, j }] : [])))
  const hidden = cells.map((row) => row.map((n) => n > 0 && n < smallest))
  for (;;) {
    const told = small.find((at) => isTold(cells, hidden, at))
    const next = told && partnerOf(cells, hidden, told)
    if (!next) break
    const row = hidden[next.i]
    if (row) row[next.j] = true
  }
  return cells.map((row, i) => row.map((n, j) => (hidden[i]?.[j] ? null : n)))
}

type Cells = readonly (readonly number[])[]
type Hidden = readonly (readonly boolean[])[]
interface At {
  i: number
  j: number
}

/** With the sums fixed, could this hidden cell be one more or one less? If neither, anybody can work it out. */
const isTold = (cells: Cells, hidden: Hidden, at: At): boolean => {
  const rises = reaches({ cells, hidden, but: at }, { column: at.j }, { row: at.i })
  const n = cells[at.i]?.[at.j] ?? 0
  return !rises && !(n > 0 && reaches({ cells, hidden, but: at }, { row: at.i }, { column: at.j }))
}

type Node = { row: number } | { column: number }
const nameOf = (node: Node): string => ('row' in node ? `r${node.row}` : `c${node.column}`)

/** A way over the other hidden cells: from a row one of its cells takes one more, from a column one of its cells gives one. */
function reaches(table: { cells: Cells; hidden: Hidden; but: At }, from: Node, to: Node): boolean {
  const { cells, hidden, but } = table
  const isOpen = (i: number, j: number) => hidden[i]?.[j] === true && !(i === but.i && j === but.j)
  const ahead = (node: Node): Node[] =>
    'row' in node
      ? (cells[node.row] ?? []).flatMap((_, column) => (isOpen(node.row, column) ? [{ column }] : []))
      : cells.flatMap((line, row) => (isOpen(row, node.column) && (line[node.column] ?? 0) > 0 ? [{ row }] : []))
  const seen = new Set([nameOf(from)])
  const open: Node[] = [from]
  for (let node = open.pop(); node; node = open.pop()) {
    if (nameOf(node) === nameOf(to)) return true
    for (const next of ahead(node)) {
      if (seen.has(nameOf(next))) continue
      seen.add(nameOf(next))
      open.push(next)
    }
  }
  return false
}

/** Which cell to hide beside it: the smallest that helps; else the smallest of its row or column; at last any. */
function partnerOf(cells: Cells, hidden: Hidden, at: At): At | null {
  // An empty cell hides nothing by itself; one with people in it does.
  const open = cells
    .flatMap((row, i) => row.flatMap((n, j) => (hidden[i]?.[j] ? [] : [{ i, j, n }])))
    .sort((a, b) => Number(a.n === 0) - Number(b.n === 0) || a.n - b.n)
  const helps = ({ i, j }: At) =>
    !isTold(
      cells,
      hidden.map((row, r) => row.map((is, c) => is || (r === i && c === j))),
      at,
    )
  const row = hidden[at.i]?.filter(Boolean).length ?? 0
  const near = open.filter(({ i, j }) => (row < 2 ? i === at.i : j === at.j))
  return open.find(helps) ?? near[0] ?? open[0] ?? null
}
