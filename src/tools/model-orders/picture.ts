import type { Edge, Graph, Node } from '../model-graphs/model-graphs.ts'

type Columns = Node[][]

/** Edges between each column and the next, by the column they start in. */
function edgesByColumn({ columns, edges }: Graph): Edge[][] {
  const column = new Map(columns.flat().map((node) => [node.key, node.column]))
  const sorted: Edge[][] = columns.map(() => [])
  for (const edge of edges) sorted[column.get(edge.from) ?? 0]?.push(edge)
  return sorted
}

const placesIn = (nodes: readonly Node[]): Map<string, number> => new Map(nodes.map(({ key }, at) => [key, at]))

/** How many pairs of lines cross between two neighbouring columns. */
export function crossingsBetween(left: readonly Node[], right: readonly Node[], edges: readonly Edge[]): number {
  const [from, to] = [placesIn(left), placesIn(right)]
  const ends = edges
    .map((edge) => [from.get(edge.from) ?? 0, to.get(edge.to) ?? 0] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  // A Fenwick tree counts, for each line, the earlier ones that end below it.
  const tree = new Int32Array(right.length + 1)
  let crossings = 0
  for (const [seen, [, end]] of ends.entries()) {
    let notBelow = 0
    for (let i = end + 1; i > 0; i -= i & -i) notBelow += tree[i] ?? 0
    crossings += seen - notBelow
    for (let i = end + 1; i <= right.length; i += i & -i) tree[i] = (tree[i] ?? 0) + 1
  }
  return crossings
}

export function crossingsOf(columns: Columns, edges: readonly Edge[][]): number {
  return columns.slice(1).reduce((sum, right, i) => sum + crossingsBetween(columns[i] ?? [], right, edges[i] ?? []), 0)
}

/** Nodes in the order of the middle of their neighbours; one without any stays behind the node it stood behind. */
export function byBarycentre(nodes: readonly Node[], neighbours: ReadonlyMap<string, readonly number[]>): Node[] {
  let before = -1
  const weighed = nodes.map((node, at) => {
    const places = neighbours.get(node.key) ?? []
    const middle = places.length > 0 ? places.reduce((sum, n) => sum + n, 0) / places.length : before
    before = middle
    return { node, at, middle }
  })
  return weighed.sort((a, b) => a.middle - b.middle || a.at - b.at).map(({ node }) => node)
}

function neighboursIn(other: readonly Node[], edges: readonly Edge[], end: 'from' | 'to'): Map<string, number[]> {
  const places = placesIn(other)
  const found = new Map<string, number[]>()
  for (const edge of edges) {
    const place = places.get(edge[end]) ?? 0
    const mine = edge[end === 'from' ? 'to' : 'from']
    const known = found.get(mine)
    if (known) known.push(place)
    else found.set(mine, [place])
  }
  return found
}

const SWEEPS = 8

/** The order people gave, unless another one has fewer crossings. */
export function ordered(graph: Graph): Columns {
  const edges = edgesByColumn(graph)
  let best = { columns: graph.columns, crossings: crossingsOf(graph.columns, edges) }
  const offer = (columns: Columns) => {
    const crossings = crossingsOf(columns, edges)
    if (crossings < best.crossings) best = { columns, crossings }
  }
  const sorted = (columns: Columns, at: number, end: 'from' | 'to'): Columns => {
    const [other, between] = end === 'to' ? [columns[at + 1], edges[at]] : [columns[at - 1], edges[at - 1]]
    return columns.with(at, byBarycentre(columns[at] ?? [], neighboursIn(other ?? [], between ?? [], end)))
  }
  for (const first of ['to', 'from'] as const) {
    let columns = graph.columns
    for (let sweep = 0; sweep < SWEEPS && best.crossings > 0; sweep++) {
      const end = sweep % 2 === 0 ? first : first === 'to' ? 'from' : 'to'
      const [from, step] = end === 'to' ? [columns.length - 2, -1] : [1, 1]
      for (let at = from; at >= 0 && at < columns.length; at += step) {
        columns = sorted(columns, at, end)
        // Activities lead to one place each: put in its order, they never cross.
        offer(sorted(columns, 0, 'to'))
      }
    }
  }
  return swapped(best.columns, edges)
}

/** Neighbours change places as long as that takes crossings away. */
function swapped(start: Columns, edges: readonly Edge[][]): Columns {
  let columns = start
  for (let round = 0; round < 4; round++) {
    let gained = false
    for (let at = 0; at < columns.length; at++) {
      const better = withSwaps(columns, at, edges)
      gained ||= better !== columns
      columns = better
    }
    if (!gained) break
  }
  return columns
}

function withSwaps(columns: Columns, at: number, edges: readonly Edge[][]): Columns {
  const nodes = [...(columns[at] ?? [])]
  const after = neighboursIn(columns[at + 1] ?? [], edges[at] ?? [], 'to')
  const before = neighboursIn(columns[at - 1] ?? [], edges[at - 1] ?? [], 'from')
  let gained = false
  for (let i = 0; i + 1 < nodes.length; i++) {
    const [a, b] = [nodes[i], nodes[i + 1]]
    if (!a || !b) continue
    const cost = (x: Node, y: Node) =>
      [before, after].reduce((sum, side) => sum + pairCrossings(side.get(x.key) ?? [], side.get(y.key) ?? []), 0)
    if (cost(b, a) >= cost(a, b)) continue
    ;[nodes[i], nodes[i + 1]] = [b, a]
    gained = true
  }
  return gained ? columns.with(at, nodes) : columns
}

const pairCrossings = (upper: readonly number[], lower: readonly number[]): number =>
  upper.reduce((sum, u) => sum + lower.filter((l) => l < u).length, 0)
