import { pruned, same } from '../../papers/documents/body.ts'
import type { Row } from '../../papers/templates/templates.ts'
import type { Item } from '../case-format/bundle.ts'

export const itemsOf = (value: unknown): Item[] =>
  Array.isArray(value) ? value.filter((one): one is Item => typeof one === 'object' && one !== null) : []
export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** A text, number or yes/no as a body keeps it. */
export const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : value === true ? 'yes' : ''
export const textOf = (value: unknown): string => (isItem(value) ? wordOf(value.text) : wordOf(value))

const ID = /^[\w-]{1,60}$/

/** A row's id: the item's own where it has a usable one, else its place in the list. */
export function rowIds(items: readonly unknown[], prefix: string): string[] {
  const used = new Set<string>()
  return items.map((item, at) => {
    const own = isItem(item) && typeof item.id === 'string' && ID.test(item.id) ? item.id : ''
    const id = own && !used.has(own) ? own : `${prefix}-${at}`
    used.add(id)
    return id
  })
}

/** What the tool does not model stays beside the row, so that its page can say 「推定」 and nothing is lost. */
export function restOf(item: unknown, modelled: readonly string[]): string {
  if (!isItem(item)) return ''
  const rest = Object.entries(item).filter(([key]) => !modelled.includes(key))
  return rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : ''
}

/** A list in a bundle as rows, and back: a row nobody touched comes out as the very item that came in. */
export interface ListLens {
  prefix: string
  toRow(item: unknown, id: string): Row
  /** A touched or new row; `was` is the item it came from. */
  fromRow(row: Row, was: Item | undefined): unknown
}

export const landList = (value: unknown, lens: ListLens): Row[] => {
  const items = Array.isArray(value) ? value : []
  const ids = rowIds(items, lens.prefix)
  return items.map((item, at) => pruned(lens.toRow(item, ids[at] ?? '')))
}

export function liftList(value: unknown, rows: readonly Row[], lens: ListLens): unknown {
  const items: unknown[] = Array.isArray(value) ? value : []
  const landed = landList(value, lens)
  if (same(landed, rows)) return value
  const at = new Map(landed.map((row, n) => [row.id, n]))
  return rows.map((row) => {
    const n = at.get(row.id)
    if (n !== undefined && same(landed[n], row)) return items[n]
    const was = n === undefined ? undefined : items[n]
    return lens.fromRow(row, isItem(was) ? was : undefined)
  })
}

/** The usual item: a text with what stands beside it. */
export const itemLens = (prefix: string, more: Readonly<Record<string, string>> = {}): ListLens => ({
  prefix,
  toRow: (item, id) => ({
    id,
    text: textOf(item),
    ...Object.fromEntries(Object.entries(more).map(([key, column]) => [column, isItem(item) ? wordOf(item[key]) : ''])),
    rest: restOf(item, ['id', 'text', ...Object.keys(more)]),
  }),
  fromRow: (row, was) => ({
    ...(was ?? { src: [], inf: false, id: row.id }),
    text: row.text ?? '',
    ...Object.fromEntries(
      Object.entries(more).flatMap(([key, column]) => (row[column] || was?.[key] ? [[key, row[column] ?? null]] : [])),
    ),
  }),
})

/** One item (or none) as a text field. */
export function liftText(value: unknown, now: string): unknown {
  if (textOf(value) === now) return value
  if (now === '') return null
  return isItem(value) ? { ...value, text: now } : { text: now, src: [], inf: false }
}

/** What a person typed where the bundle has a number. */
export const numberOr = (text: string): unknown =>
  text === '' ? null : Number.isFinite(Number(text)) ? Number(text) : text
