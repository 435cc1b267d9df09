import type { Body } from '../../papers/templates/templates.ts'
import { numbersOf } from '../box-names/box-names.ts'
import { type Box, boxesOf, KIND_ORDER, linksOf } from '../logic-models/logic-models.ts'
import { type Edge, type Graph, linkKey, type Marks, NO_MARKS, type Node } from './model-graphs.ts'

const columnOf = (box: Box): number => KIND_ORDER.indexOf(box.kind)

/** The boxes in order, with those that are gone at the places where they stood. */
function shownBoxes(body: Body, { goneBoxes }: Marks): Box[] {
  const shown = boxesOf(body)
  for (const { box, after } of goneBoxes) {
    const at = shown.findIndex(({ id }) => id === after)
    shown.splice(after === null ? 0 : at < 0 ? shown.length : at + 1, 0, box)
  }
  return shown
}

interface Tie {
  from: string
  to: string
  mark?: 'new' | 'gone'
}

/** Links to draw; what a gone box was tied to is told by its stub, not by lines across the picture. */
function tiesToDraw(body: Body, marks: Marks): Tie[] {
  const standing = new Set(boxesOf(body).map(({ id }) => id))
  const drawn = new Map<string, Tie>()
  for (const { from, to } of linksOf(body)) {
    const mark = marks.links.get(linkKey({ from, to }))
    drawn.set(linkKey({ from, to }), { from, to, ...(mark && { mark }) })
  }
  for (const { from, to } of marks.goneLinks)
    if (standing.has(from) && standing.has(to)) drawn.set(linkKey({ from, to }), { from, to, mark: 'gone' })
  return [...drawn.values()]
}

/** What the picture is made of: an activity with several targets stands once beside each, a long link gets lanes. */
export function graphOf(body: Body, marks: Marks = NO_MARKS): Graph {
  const boxes = shownBoxes(body, marks)
  const numbers = numbersOf(boxesOf(body))
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const graph: Graph = { columns: KIND_ORDER.map(() => []), edges: [], odd: [] }
  const ties = tiesToDraw(body, marks).map((tie) => ({ ...tie, cause: byId.get(tie.from), effect: byId.get(tie.to) }))
  const forward = ties.filter(({ cause, effect }) => cause && effect && columnOf(cause) < columnOf(effect))
  const nodeOf = (box: Box): Node => {
    const mark = marks.boxes.get(box.id)
    const number = numbers.get(box.id) ?? ''
    return { key: box.id, column: columnOf(box), box, number, isAgain: false, ...(mark && { mark }) }
  }
  const sources = new Map<string, Tie[]>()
  for (const tie of forward) sources.set(tie.from, [...(sources.get(tie.from) ?? []), tie])
  for (const box of boxes) {
    const node = nodeOf(box)
    graph.columns[node.column]?.push(node)
    // The first link that stands is the box itself, so that it stays where it was.
    const [own, ...again] = (sources.get(box.id) ?? []).toSorted(
      (a, b) => Number(a.mark === 'gone') - Number(b.mark === 'gone'),
    )
    if (own) addEdges(graph, node, byId.get(own.to) as Box, own)
    for (const [i, tie] of again.entries()) {
      const from = box.kind === 'activity' ? copyOf(graph, node, { tie, n: i + 2 }) : node
      addEdges(graph, from, byId.get(tie.to) as Box, tie)
    }
  }
  const odd = ties.filter((tie) => !forward.includes(tie))
  graph.odd = odd.map(({ from, to, mark }) => ({
    from,
    to,
    links: [linkKey({ from, to })],
    isLast: true,
    ...(mark && { mark }),
  }))
  return graph
}

function copyOf(graph: Graph, node: Node, { tie, n }: { tie: Tie; n: number }): Node {
  const { mark: _, ...plain } = node
  const mark = tie.mark === 'gone' ? { mark: 'gone' as const } : {}
  const copy: Node = { ...plain, key: `${node.key} ${n}`, isAgain: true, ...mark }
  graph.columns[0]?.push(copy)
  return copy
}

/** One stretch per column; links to the same box share the lanes on the way. */
function addEdges(graph: Graph, from: Node, target: Box, { mark, ...tie }: Tie): void {
  let here = from.key
  const link = linkKey(tie)
  const marked = mark ? { mark } : {}
  for (let column = from.column + 1; column < columnOf(target); column++) {
    const lane = laneTo(graph, { column, key: `lane ${column} ${mark ?? ''} ${target.id}` })
    join(graph, { from: here, to: lane.key, links: [link], isLast: false, ...marked })
    here = lane.key
  }
  join(graph, { from: here, to: target.id, links: [link], isLast: true, ...marked })
}

function laneTo(graph: Graph, { column, key }: { column: number; key: string }): Node {
  const lanes = graph.columns[column] ?? []
  const known = lanes.find((node) => node.key === key)
  const lane: Node = known ?? { key, column, box: null, number: '', isAgain: false }
  if (!known) lanes.push(lane)
  return lane
}

function join(graph: Graph, edge: Edge): void {
  const known = graph.edges.find(({ from, to }) => from === edge.from && to === edge.to)
  if (known) known.links.push(...edge.links)
  else graph.edges.push(edge)
}
