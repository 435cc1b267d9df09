import type { Standing } from '../model-boxes/model-boxes.ts'
import { shownNumber as n } from '../model-boxes/picture.ts'
import type { Edge } from '../model-graphs/model-graphs.ts'

export interface ToDraw {
  edges: readonly Edge[]
  odd: readonly Edge[]
  standing: ReadonlyMap<string, Standing>
  /** Links that stand out. */
  strong: ReadonlySet<string>
}

/** Lines under, lines that stand out over them; each with its arrow head. */
export function drawnLines({ edges, odd, standing, strong }: ToDraw): string {
  const ends = endsOf(edges, standing)
  const drawn = edges.map((edge) => {
    const isStrong = edge.links.some((link) => strong.has(link))
    return { isStrong, svg: stretch(edge, ends.get(edge) as Ends, isStrong) }
  })
  const under = drawn.filter(({ isStrong }) => !isStrong).map(({ svg }) => svg)
  const over = drawn.filter(({ isStrong }) => isStrong).map(({ svg }) => svg)
  return [...under, ...odd.map((edge) => oddLine(edge, standing)), ...over, ...lanesOf(edges, standing, strong)].join(
    '',
  )
}

export interface Ends {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** Lines leave and reach a box spread over its side, in the order of where they come from and go to. */
export function endsOf(edges: readonly Edge[], standing: ReadonlyMap<string, Standing>): Map<Edge, Ends> {
  const middle = (key: string) => {
    const place = standing.get(key)
    return place ? place.y + place.height / 2 : 0
  }
  const spread = (end: 'from' | 'to') => {
    const other = end === 'from' ? 'to' : 'from'
    const found = new Map<Edge, number>()
    const sides = new Map<string, Edge[]>()
    for (const edge of edges) sides.set(edge[end], [...(sides.get(edge[end]) ?? []), edge])
    for (const [key, mine] of sides) {
      const place = standing.get(key)
      const inOrder = mine.toSorted((a, b) => middle(a[other]) - middle(b[other]))
      for (const [i, edge] of inOrder.entries())
        found.set(edge, (place?.y ?? 0) + ((place?.height ?? 0) * (i + 1)) / (inOrder.length + 1))
    }
    return found
  }
  const [from, to] = [spread('from'), spread('to')]
  return new Map(
    edges.map((edge) => {
      const [cause, effect] = [standing.get(edge.from), standing.get(edge.to)]
      const x1 = (cause?.x ?? 0) + (cause?.width ?? 0)
      return [edge, { x1, y1: from.get(edge) ?? 0, x2: effect?.x ?? 0, y2: to.get(edge) ?? 0 }]
    }),
  )
}

const lookOf = ({ mark }: Edge, isStrong: boolean): string => {
  if (mark === 'gone') return '-gone'
  return isStrong ? '-on' : mark === 'new' ? '-new' : ''
}
const classOf = (name: string, look: string): string => (look === '' ? name : `${name} ${name}${look}`)

function stretch(edge: Edge, { x1, y1, x2, y2 }: Ends, isStrong: boolean): string {
  const look = lookOf(edge, isStrong)
  const end = edge.isLast ? x2 - 5 : x2
  const [c1, c2] = [x1 + (x2 - x1) * 0.6, x1 + (x2 - x1) * 0.4]
  const line = `<path class="${classOf('lk', look)}" d="M${n(x1)} ${n(y1)}C${n(c1)} ${n(y1)} ${n(c2)} ${n(y2)} ${n(end)} ${n(y2)}"/>`
  if (edge.mark === 'gone') return line + cross((x1 + x2) / 2, (y1 + y2) / 2)
  return edge.isLast ? line + arrow(x2, y2, look) : line
}

const arrow = (x: number, y: number, look: string): string =>
  `<path class="${classOf('ar', look)}" d="M${n(x - 7)} ${n(y - 4)}L${n(x - 1)} ${n(y)}L${n(x - 7)} ${n(y + 4)}z"/>`

const cross = (x: number, y: number): string => `<path class="lk" d="M${n(x - 4)} ${n(y - 4)}l8 8m0 -8l-8 8"/>`

/** What a gone box was tied to is gone with it: a stub says so. */
export const stub = ({ x, y, width, height }: Standing): string =>
  `<path class="lk lk-gone" d="M${n(x + width)} ${n(y + height / 2)}h12"/>${cross(x + width + 16, y + height / 2)}`

/** The straight part of a long line, where it passes a column; once, however many lines share it. */
function lanesOf(
  edges: readonly Edge[],
  standing: ReadonlyMap<string, Standing>,
  strong: ReadonlySet<string>,
): string[] {
  const looks = new Map<Standing, string>()
  for (const edge of edges) {
    const lane = edge.isLast ? undefined : standing.get(edge.to)
    const look = lookOf(
      edge,
      edge.links.some((link) => strong.has(link)),
    )
    if (lane && (look === '-on' || !looks.has(lane))) looks.set(lane, look)
  }
  return [...looks].map(
    ([lane, look]) =>
      `<path class="${classOf('lk', look)}" d="M${n(lane.x)} ${n(lane.y + lane.height / 2)}h${n(lane.width)}"/>`,
  )
}

/** A link within a column or backwards, as some imported records have it: around the right side of both boxes. */
function oddLine(edge: Edge, standing: ReadonlyMap<string, Standing>): string {
  const [cause, effect] = [standing.get(edge.from), standing.get(edge.to)]
  if (!cause || !effect) return ''
  const [x1, y1] = [cause.x + cause.width, cause.y + cause.height * 0.75]
  const [x2, y2] = [effect.x + effect.width, effect.y + effect.height * 0.25]
  const out = Math.max(x1, x2) + 20
  const line = `<path class="${classOf('lk', lookOf(edge, false))}" d="M${n(x1)} ${n(y1)}C${n(out)} ${n(y1)} ${n(out)} ${n(y2)} ${n(x2 + 5)} ${n(y2)}"/>`
  const head = `<path class="ar" d="M${n(x2 + 7)} ${n(y2 - 4)}L${n(x2 + 1)} ${n(y2)}L${n(x2 + 7)} ${n(y2 + 4)}z"/>`
  return line + (edge.mark === 'gone' ? '' : head)
}

/** Everything the chosen box leads to, and everything that leads to it. */
export function strongLinks(links: readonly { from: string; to: string }[], chosen: string | undefined): Set<string> {
  const strong = new Set<string>()
  if (chosen === undefined) return strong
  for (const [near, far] of [
    ['from', 'to'],
    ['to', 'from'],
  ] as const) {
    const [seen, queue] = [new Set<string>(), [chosen]]
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      for (const link of links) {
        if (link[near] !== id) continue
        strong.add(`${link.from} ${link.to}`)
        queue.push(link[far])
      }
    }
  }
  return strong
}
