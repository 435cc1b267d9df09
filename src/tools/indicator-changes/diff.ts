import type { Body, Row } from '../../papers/templates/templates.ts'
import { boxName, numbersOf, shortText } from '../box-names/box-names.ts'
import { boxesOf, boxRows, indicatorRows } from '../logic-models/logic-models.ts'
import { changedKeys, fieldSaid, movedIn, rewordedAs, type Said } from '../model-changes/model-changes.ts'

const called = (row: Row): string => `指標「${shortText({ text: row.text ?? '' })}」`
const on = (row: Row): { boxId?: string } => (row.box ? { boxId: row.box } : {})

/** What changed in the indicators; those that went with their box are told by the box. */
export function indicatorChanges(before: Body, after: Body): Said[] {
  const was = new Map(indicatorRows(before).map((row) => [row.id, row]))
  const is = new Map(indicatorRows(after).map((row) => [row.id, row]))
  const nameOf = namesIn(after)
  const standing = new Set(boxRows(after).map(({ id }) => id))
  const gone = [...was.values()].filter((row) => !is.has(row.id))
  const said: Said[] = [...is.values()].flatMap((row): Said[] => {
    const old = was.get(row.id)
    const place = nameOf(row.box)
    return old ? changesOf(old, row, place) : [{ mark: 'new', ...on(row), text: `${place}に${called(row)}を足した` }]
  })
  for (const row of gone) {
    const place = namesIn(before)(row.box)
    if (!row.box || standing.has(row.box))
      said.push({ mark: 'gone', ...on(row), text: `${place}の${called(row)}を消した` })
  }
  for (const id of movedIn([...was.keys()], [...is.keys()])) {
    const row = is.get(id) as Row
    said.push({ mark: 'changed', ...on(row), text: `${called(row)}の順番を動かした` })
  }
  return said
}

function namesIn(body: Body): (id: string | undefined) => string {
  const boxes = boxesOf(body)
  const numbers = numbersOf(boxes)
  return (id) => {
    const box = boxes.find((one) => one.id === id)
    return box ? boxName(box, numbers) : '箱のない所'
  }
}

function changesOf(old: Row, row: Row, place: string): Said[] {
  const head = { mark: 'changed' as const, ...on(row) }
  return changedKeys(old, row).flatMap((key): Said[] => {
    const [before, after] = [old[key] ?? '', row[key] ?? '']
    if (key === 'text') return [{ ...head, ...rewordedAs(`${place}の指標を言いかえた：`, before, after) }]
    if (key === 'box') return [{ ...head, text: `${called(row)}を${place}に移した` }]
    if (key === 'rest') return []
    return [{ ...head, text: fieldSaid(`${place}の${called(row)}`, key, [before, after]) }]
  })
}
