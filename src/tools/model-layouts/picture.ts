import type { Edge, Graph, Node } from '../model-graphs/model-graphs.ts'
import { ordered } from '../model-orders/picture.ts'

export interface Measure {
  heightOf(node: Node): number
  /** Between two boxes of a column; lanes need half of it. */
  gap: number
  top: number
}

export interface Place {
  y: number
  height: number
}
export interface Layout {
  columns: Node[][]
  places: Map<string, Place>
  bottom: number
}

export const LANE_HEIGHT = 4

/** Straight columns, boxes beside what they are tied to as far as there is room, and never two on the same spot. */
export function layoutOf(graph: Graph, measure: Measure): Layout {
  const columns = ordered(graph)
  const stacks = columns.map((nodes) => stackOf(nodes, measure))
  const bottom = measure.top + Math.max(0, ...stacks.map(({ height }) => height))
  const anchor = stacks.findIndex(({ height }) => measure.top + height === bottom)
  const neighbours = neighboursOf(graph.edges)
  const places = new Map<string, Place>()
  const put = (at: number) => {
    const stack = stacks[at] as Stack
    const wished = stack.items.map(({ node, offset, height }) => {
      const middles = (neighbours.get(node.key) ?? []).flatMap((key) => {
        const place = places.get(key)
        return place ? [place.y + place.height / 2] : []
      })
      const middle = middles.reduce((sum, y) => sum + y, 0) / middles.length
      return middles.length > 0 ? middle - height / 2 - offset : null
    })
    const settled = settledIn(wished, { low: measure.top, high: bottom - stack.height })
    for (const [i, { node, offset, height }] of stack.items.entries())
      places.set(node.key, { y: (settled[i] ?? measure.top) + offset, height })
  }
  const outward = columns.map((_, at) => at).sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor))
  for (const at of outward) put(at)
  for (let round = 0; round < 1; round++) for (const at of outward.slice(1)) put(at)
  return { columns, places, bottom }
}

interface Stack {
  items: { node: Node; offset: number; height: number }[]
  height: number
}

function stackOf(nodes: readonly Node[], { heightOf, gap }: Measure): Stack {
  let below = 0
  const items = nodes.map((node, i) => {
    const before = nodes[i - 1]
    const space = before ? (node.box && before.box ? gap : gap / 2) : 0
    const height = node.box ? heightOf(node) : LANE_HEIGHT
    const offset = below + space
    below = offset + height
    return { node, offset, height }
  })
  return { items, height: below }
}

function neighboursOf(edges: readonly Edge[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const put = (a: string, b: string) => found.set(a, [...(found.get(a) ?? []), b])
  for (const { from, to } of edges) {
    put(from, to)
    put(to, from)
  }
  return found
}

/** The nearest to what each wishes, never falling (least squares, neighbours that would collide share a place). */
export function settledIn(wishes: readonly (number | null)[], { low, high }: { low: number; high: number }): number[] {
  const blocks: { sum: number; weight: number; count: number }[] = []
  let last = low
  for (const wish of wishes) {
    // Who wishes nothing follows who stands above, and gives way.
    blocks.push({ sum: (wish ?? last) * (wish === null ? 0.01 : 1), weight: wish === null ? 0.01 : 1, count: 1 })
    for (let [above, below] = blocks.slice(-2); above && below; [above, below] = blocks.slice(-2)) {
      if (above.sum / above.weight <= below.sum / below.weight) break
      blocks.splice(-2, 2, {
        sum: above.sum + below.sum,
        weight: above.weight + below.weight,
        count: above.count + below.count,
      })
    }
    const end = blocks.at(-1)
    last = end ? end.sum / end.weight : low
  }
  return blocks.flatMap(({ sum, weight, count }) =>
    Array.from({ length: count }, () => Math.max(low, Math.min(high, sum / weight))),
  )
}
