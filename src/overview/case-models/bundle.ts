import { pruned, same } from '../../papers/documents/body.ts'
import { type Body, type Row, rowsIn, textIn } from '../../papers/templates/templates.ts'
import type { Item } from '../case-format/bundle.ts'
import {
  isItem,
  itemLens,
  itemsOf,
  type ListLens,
  landList,
  liftList,
  liftText,
  restOf,
  rowIds,
  textOf,
  wordOf,
} from '../case-lenses/case-lenses.ts'

const KINDS = ['final', 'intermediate', 'initial', 'output', 'activity']
const NODE_KEYS = ['id', 'kind', 'text', 'subject', 'scene', 'direction', 'consultWith', 'seq', 'status']
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[(（]再掲?[)）]|※要相談.*$/gu, '')
    .replace(/[\s。、.,・]/gu, '')

interface Node {
  item: Item
  id: string
  /** Of the box it shows again; '' for a box of its own. */
  shows: string
}

/** A node that is surely another one shown again is no box of its own; where its original is uncertain, it is asked. */
function nodesOf(model: Item): Node[] {
  const items = itemsOf(model.nodes)
  const ids = rowIds(items, 'node')
  const known = new Map(items.map((item, n) => [ids[n] ?? '', item]))
  const original = (from: Item, id: string): string => {
    const seen = [id]
    let item = from
    for (;;) {
      const of = typeof item.reprintOf === 'string' ? item.reprintOf : ''
      const target = known.get(of)
      if (!target || item.reprintUncertain) return seen.length > 1 ? (seen.at(-1) ?? '') : ''
      if (seen.includes(of)) return ''
      seen.push(of)
      item = target
    }
  }
  return items.map((item, n) => ({ item, id: ids[n] ?? '', shows: original(item, ids[n] ?? '') }))
}

/** Which box an uncertain one may be the same as: named by the bundle, or the only one of the same words. */
function uncertainOf({ item, id }: Node, nodes: readonly Node[]): string {
  const named = [item.reprintUncertain, item.reprintOf].flat().find((one) => nodes.some((n) => n.id === one))
  if (item.reprintUncertain && typeof named === 'string') return named
  if (!item.reprintMark && !item.reprintUncertain) return ''
  const alike = nodes.filter((n) => n.id !== id && !n.shows && plain(textOf(n.item)) === plain(textOf(item)))
  const [first] = alike.filter((n) => n.item.kind === item.kind)
  return alike.length > 0 && first ? first.id : ''
}

const kindOf = (item: Item): string => (KINDS.includes(wordOf(item.kind)) ? wordOf(item.kind) : 'activity')

function boxOf(node: Node, nodes: readonly Node[], directions: ReadonlyMap<string, string>): Row {
  const { item, id } = node
  const direction = wordOf(item.direction)
  return pruned({
    ...{ id, kind: kindOf(item), text: textOf(item), subject: wordOf(item.subject), scene: wordOf(item.scene) },
    direction: directions.get(direction) ?? direction,
    ...{ consultWith: wordOf(item.consultWith), seq: wordOf(item.seq), status: wordOf(item.status) },
    uncertainOriginal: uncertainOf(node, nodes),
    rest: restOf(item, NODE_KEYS),
  })
}

const reprintOf = ({ item, id, shows }: Node): Row =>
  pruned({ id, box: shows, seq: wordOf(item.seq), direction: wordOf(item.direction), rest: restOf(item, NODE_KEYS) })

/** A link of a box shown again is a link of the one box; two that become the same are one. */
function linksOf(model: Item, nodes: readonly Node[]): { rows: Row[]; pairs: string[] } {
  const boxOfNode = new Map(nodes.map(({ id, shows }) => [id, shows || id]))
  const rows: Row[] = []
  const pairs = itemsOf(model.links).map((item, n) => {
    const [from, to] = [item.from, item.to].map((end) => boxOfNode.get(wordOf(end)) ?? '')
    const row = pruned({ id: `link-${n}`, from: from ?? '', to: to ?? '', rest: restOf(item, ['from', 'to']) })
    const isNew = from && to && from !== to && !rows.some((r) => r.from === from && r.to === to)
    if (isNew) rows.push(row as Row)
    return `${from}>${to}`
  })
  return { rows, pairs }
}

const INDICATOR_KEYS = ['id', 'nodeId', 'text', 'type', 'baseline', 'target', 'dataSource']
const indicatorLens = (nodes: readonly Node[]): ListLens => ({
  prefix: 'indicator',
  toRow: (item, id) => {
    const node = isItem(item) ? nodes.find((n) => n.id === item.nodeId) : undefined
    const of = isItem(item) ? item : {}
    return {
      ...{ id, box: node ? node.shows || node.id : '', text: textOf(item), type: wordOf(of.type) },
      ...{ baseline: wordOf(of.baseline), target: wordOf(of.target), source: wordOf(of.dataSource) },
      rest: restOf(item, INDICATOR_KEYS),
    }
  },
  fromRow: (row, was) => ({
    ...(was ?? { id: row.id, reprint: false, src: [], inf: false }),
    ...{ nodeId: row.box || null, text: row.text ?? '', type: row.type || null },
    ...{ baseline: row.baseline || null, target: row.target || null, dataSource: row.source || null },
  }),
})

const directionLens = itemLens('direction', { seq: 'seq', scene: 'scene' })

export function landModel(value: unknown): Body {
  if (!isItem(value)) return {}
  const nodes = nodesOf(value)
  const directions = landList(value.directions, directionLens)
  const named = new Map(directions.map((row) => [row.id, row.text ?? '']))
  const boxes = nodes.filter((node) => !node.shows).map((node) => boxOf(node, nodes, named))
  return {
    goal: textOf(value.goal),
    note: wordOf(value.note),
    boxes,
    reprints: nodes.filter((node) => node.shows).map(reprintOf),
    links: linksOf(value, nodes).rows,
    indicators: landList(value.indicators, indicatorLens(nodes)),
    directions,
  }
}

function nodeFrom(row: Row, was: Item | undefined, directions: readonly Row[]): Item {
  const direction = directions.find((one) => one.text === row.direction)?.id ?? row.direction
  return {
    ...(was ?? { reprintOf: null, src: [], inf: false }),
    ...{ id: was?.id ?? row.id, kind: row.kind ?? 'activity', text: row.text ?? '' },
    ...{ subject: row.subject || null, scene: row.scene || null, direction: direction || null },
    ...{ consultWith: row.consultWith || null, status: row.status || null },
    ...(was?.reprintUncertain && !row.uncertainOriginal ? { reprintUncertain: null, reprintOf: null } : {}),
  }
}

/** The model as it stands now in the bundle's shape; what nobody touched comes out as it came in. */
export function liftModel(value: unknown, body: Body): Item {
  const was = isItem(value) ? value : {}
  const before = landModel(was)
  if (isItem(value) && same(pruned(before), pruned(body))) return value
  const nodes = nodesOf(was)
  const rows = [...rowsIn(body, 'boxes'), ...rowsIn(body, 'reprints')]
  const landed = new Map([...rowsIn(before, 'boxes'), ...rowsIn(before, 'reprints')].map((row) => [row.id, row]))
  const place = new Map(nodes.map((node, n) => [node.id, n]))
  const ordered = rows.toSorted((a, b) => (place.get(a.id) ?? nodes.length) - (place.get(b.id) ?? nodes.length))
  const directions = rowsIn(body, 'directions')
  const items = ordered.map((row) => {
    const node = nodes.find((one) => one.id === row.id)
    if (node && same(landed.get(row.id), row)) return node.item
    if (row.box) return { ...(node?.item ?? {}), reprintOf: row.box }
    return nodeFrom(row, node?.item, directions)
  })
  return {
    ...was,
    status: rowsIn(body, 'boxes').length === 0 ? 'none' : was.status === 'none' || !was.status ? 'partial' : was.status,
    goal: liftText(was.goal ?? null, textIn(body, 'goal')),
    directions: liftList(was.directions ?? [], directions, directionLens),
    nodes: items,
    links: liftLinks(was, nodes, rowsIn(body, 'links')),
    indicators: liftList(was.indicators ?? [], rowsIn(body, 'indicators'), indicatorLens(nodes)),
    ...(textIn(body, 'note') !== wordOf(was.note) && { note: textIn(body, 'note') || null }),
  }
}

function liftLinks(was: Item, nodes: readonly Node[], now: readonly Row[]): Item[] {
  const { pairs, rows } = linksOf(was, nodes)
  const landed = new Set(rows.map((row) => `${row.from}>${row.to}`))
  const standing = new Set(now.map((row) => `${row.from}>${row.to}`))
  // One that leads nowhere was never drawn, so nobody can have cut it.
  const kept = itemsOf(was.links).filter((_, n) => standing.has(pairs[n] ?? '') || !landed.has(pairs[n] ?? ''))
  const known = new Set(pairs)
  const added = now.filter((row) => !known.has(`${row.from}>${row.to}`))
  return [...kept, ...added.map((row) => ({ from: row.from, to: row.to, inf: false }))]
}
