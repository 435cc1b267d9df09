import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { cell } from '../checks/checks.ts'
import { boxRows, indicatorRows, type Kind, linksOf } from '../logic-models/logic-models.ts'

/** A model as its checks see it; links to boxes that are gone do not count, circles do no harm. */
export interface Ties {
  boxes: Row[]
  indicators: Row[]
  of(kind: Kind): Row[]
  outcomes: Row[]
  byId: ReadonlyMap<string, Row>
  linkCount: number
  isTied(id: string): boolean
  reachesOutcome(id: string): boolean
}

export const isOutcome = (box: Row): boolean => ['initial', 'intermediate', 'final'].includes(cell(box, 'kind'))

function made(body: Body): Ties {
  const boxes = boxRows(body)
  const links = linksOf(body)
  const causesOf = new Map<string, string[]>()
  for (const { from, to } of links) causesOf.set(to, [...(causesOf.get(to) ?? []), from])
  const tied = new Set(links.flatMap(({ from, to }) => [from, to]))
  const outcomes = boxes.filter(isOutcome)
  const leads = leadingTo(outcomes, causesOf)
  return {
    boxes,
    indicators: indicatorRows(body),
    of: (kind) => boxes.filter((box) => cell(box, 'kind') === kind),
    outcomes,
    byId: new Map(boxes.map((box) => [box.id, box])),
    linkCount: links.length,
    isTied: (id) => tied.has(id),
    reachesOutcome: (id) => leads.has(id),
  }
}

const known = new WeakMap<Body, Ties>()

/** Worked out once a body, however many checks ask. */
export function tiesOf(body: Body): Ties {
  const ties = known.get(body) ?? made(body)
  known.set(body, ties)
  return ties
}

/** Backwards from the outcomes, once through every box. */
function leadingTo(outcomes: readonly Row[], causesOf: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set(outcomes.map((box) => box.id))
  const queue = [...seen]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const cause of causesOf.get(id) ?? []) {
      if (seen.has(cause)) continue
      seen.add(cause)
      queue.push(cause)
    }
  }
  return seen
}

/** Something is written in it at all. */
export const isBegun = (body: Body): boolean => rowsIn(body, 'boxes').some((box) => cell(box, 'text') !== '')
