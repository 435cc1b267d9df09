import type { Body } from '../../papers/templates/templates.ts'
import { cleaned } from '../../papers/values/values.ts'
import { numbersOf, type Ties, tiesOf } from '../box-names/box-names.ts'
import { type Box, boxesOf, type Indicator, indicatorsOf, type Kind, linksOf } from '../logic-models/logic-models.ts'

/** A line of the model as reports print it: No. | 具体的な施策 | 成果指標 | 取り組みの方向性 | 目指す姿. */
export interface TableRow {
  no: string
  measure: string
  indicators: string
  direction: string
  vision: string
  /** Boxes the cells stand for; '' for none. */
  ids: { measure: string; direction: string; vision: string }
}

export const AGAIN = '（再）'
/** Excel takes 32,767 characters in a cell. */
export const CELL = 32_000

/** Text of a cell: what no file may hold is gone, and a very long one ends where the cell does. */
export const cellText = (text: string): string => cleaned(cleaned(text).slice(0, CELL))

interface Reading {
  byId: ReadonlyMap<string, Box>
  ties: Ties
  numbers: ReadonlyMap<string, string>
  indicators: ReadonlyMap<string, Indicator[]>
}

/** The nearest box of a kind that one leads to. */
function nearest({ byId, ties }: Reading, from: string | undefined, kind: Kind): Box | undefined {
  const seen = new Set<string>()
  for (let step = from === undefined ? [] : [from]; step.length > 0; ) {
    const found = step.map((id) => byId.get(id)).find((box) => box?.kind === kind)
    if (found) return found
    for (const id of step) seen.add(id)
    step = [...new Set(step.flatMap((id) => ties.to.get(id) ?? []))].filter((id) => !seen.has(id))
  }
  return undefined
}

/** Every activity, once for each direction it serves; beside it what is measured and what it is for. */
export function tableOf(body: Body): TableRow[] {
  const boxes = boxesOf(body)
  const indicators = new Map<string, Indicator[]>()
  for (const one of indicatorsOf(body)) indicators.set(one.box, [...(indicators.get(one.box) ?? []), one])
  const reading: Reading = {
    byId: new Map(boxes.map((box) => [box.id, box])),
    ties: tiesOf(linksOf(body)),
    numbers: numbersOf(boxes),
    indicators,
  }
  const rows = boxes.filter(({ kind }) => kind === 'activity').flatMap((box) => rowsFor(box, reading))
  const order = new Map<string, number>()
  for (const { ids } of rows) {
    const key = `${ids.vision} ${ids.direction}`
    if (!order.has(key)) order.set(key, order.size)
  }
  const visions = [...new Set(rows.map(({ ids }) => ids.vision))]
  const place = ({ ids }: TableRow) =>
    visions.indexOf(ids.vision) * 1_000 + (order.get(`${ids.vision} ${ids.direction}`) ?? 0)
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => place(a.row) - place(b.row) || a.at - b.at)
    .map(({ row }) => row)
}

function rowsFor(box: Box, reading: Reading): TableRow[] {
  const targets = reading.ties.to.get(box.id) ?? []
  const rows: TableRow[] = []
  for (const target of targets.length > 0 ? targets : [undefined]) {
    const direction = nearest(reading, target, 'intermediate') ?? nearest(reading, target, 'initial')
    const vision = nearest(reading, direction?.id ?? target, 'final')
    const ids = { measure: box.id, direction: direction?.id ?? '', vision: vision?.id ?? '' }
    if (rows.some((row) => row.ids.direction === ids.direction && row.ids.vision === ids.vision)) continue
    const again = rows.length > 0 ? AGAIN : ''
    rows.push({
      no: reading.numbers.get(box.id) ?? '',
      measure: cellText(`${box.text}${again}${consultWords(box)}`),
      indicators: cellText(indicatorWords(reading, [box.id, ...(target ? outputsAt(reading, target) : [])])),
      direction: cellText(direction?.text ?? box.direction),
      vision: cellText(vision?.text ?? ''),
      ids,
    })
  }
  return rows
}

const consultWords = ({ consultWith }: Box): string => (consultWith ? `（※要相談：${consultWith}）` : '')
const outputsAt = ({ byId }: Reading, id: string): string[] => (byId.get(id)?.kind === 'output' ? [id] : [])

const indicatorWords = ({ indicators }: Reading, ids: readonly string[]): string =>
  ids
    .flatMap((id) => indicators.get(id) ?? [])
    .map(({ text, target }) => `${text}${target ? `（目標：${target}）` : ''}`)
    .join('\n')
