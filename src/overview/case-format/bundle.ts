import { isDeepStrictEqual } from 'node:util'

/** An item as a bundle writes it, and the row's columns that hold part of it. */
export type Item = Record<string, unknown>
export type Cells = Record<string, string | number | null>

/** Where one key of an item lives. `to(undefined)` is what a row holds when the key is absent. */
interface Place {
  to(value: unknown): Cells
  from(cells: Cells): unknown
}
export type Places = Record<string, Place>

const textOr = (value: unknown, otherwise: string | null) => (typeof value === 'string' ? value : otherwise)

const place = (
  column: string,
  to: (value: unknown) => string | number | null,
  from: (cell: unknown) => unknown,
): Place => ({
  to: (value) => ({ [column]: to(value) }),
  from: (cells) => from(cells[column]),
})
const word = (column: string) =>
  place(
    column,
    (value) => textOr(value, ''),
    (cell) => cell,
  )
const wordOrNull = (column: string) =>
  place(
    column,
    (value) => textOr(value, null),
    (cell) => cell,
  )
const flag = (column: string) =>
  place(
    column,
    (value) => (value === true ? 1 : 0),
    (cell) => cell === 1,
  )
const amount = (column: string) =>
  place(
    column,
    (value) => (Number.isInteger(value) ? Number(value) : null),
    (cell) => cell,
  )
const json = (column: string, empty: string) =>
  place(
    column,
    (value) => (value === undefined || value === null ? empty : JSON.stringify(value)),
    (cell) => JSON.parse(String(cell)),
  )
/** A word from a closed list; anything else counts as `otherwise`. */
const oneOf = (column: string, otherwise: string) =>
  place(
    column,
    (value) => textOr(value, otherwise) || otherwise,
    (cell) => cell,
  )

/** `between` is one key and two columns. */
const between: Place = {
  to: (value) => {
    const [from, to] = Array.isArray(value) ? value : []
    return { betweenFrom: textOr(from, null), betweenTo: textOr(to, null) }
  },
  from: (cells) => [cells.betweenFrom, cells.betweenTo],
}

const inferred = flag('inferred')
const circle = oneOf('circle', 'region')

/** Keys behind the blank lines are ours: what the product records and the format has no word for. */
export const PLACES = {
  region: { displayName: word('name') },
  theme: { text: word('theme'), focus: word('focus') },
  member: { role: word('role'), name: word('name') },
  participant: {
    id: wordOrNull('bundleKey'),
    role: word('role'),
    org: word('org'),
    note: word('note'),
    inf: inferred,
  },
  step: {
    seq: amount('number'),
    key: wordOrNull('stepKey'),
    label: word('label'),
    kind: word('kind'),
    heldOn: wordOrNull('heldOn'),
    recorded: flag('isRecorded'),
    keywords: json('keywordsJson', '[]'),

    startsAt: wordOrNull('startsAt'),
    minutes: amount('minutes'),
    mode: wordOrNull('mode'),
    place: word('place'),
    url: word('url'),
    fixedAt: wordOrNull('fixedAt'),
    fixedBy: wordOrNull('fixedBy'),
    cancelledAt: wordOrNull('cancelledAt'),
    cancelReason: wordOrNull('cancelReason'),
  },
  line: {
    text: word('text'),
    inf: inferred,
    circle,
    writtenBy: word('personName'),
  },
  advice: {
    text: word('text'),
    inf: inferred,

    circle,
    givenBy: word('advisorName'),
    about: json('aboutJson', '{}'),
    sentAt: wordOrNull('sentAt'),
    answer: wordOrNull('answer'),
    answerReason: wordOrNull('answerReason'),
    answeredAt: wordOrNull('answeredAt'),
    answeredBy: wordOrNull('answeredBy'),
  },
  action: {
    id: wordOrNull('bundleKey'),
    text: word('text'),
    type: oneOf('type', 'do'),
    between,
    owner: word('owner'),
    due: wordOrNull('dueOn'),
    dueText: wordOrNull('dueText'),
    heldOn: wordOrNull('heldOn'),
    status: oneOf('status', 'todo'),
    inf: inferred,

    side: oneOf('side', 'town'),
    circle,
    doneAt: wordOrNull('doneAt'),
  },
} satisfies Record<string, Places>

const KEYS = '@keys'
const WAS = '@was'
const shield = (key: string) => (key.startsWith('@') ? `@${key}` : key)
const unshield = (key: string) => key.slice(key.startsWith('@') ? 1 : 0)

/**
 * Parts an item into columns and the rest. The rest also remembers which keys were there (null is not absent) and what a
 * column cannot give back (a null where the column holds ''). `apart` are keys kept as rows of their own.
 */
export function pack(item: Item, places: Places, apart: readonly string[] = []): { cells: Cells; rest: Item } {
  const cells: Cells = {}
  const rest: Item = { [KEYS]: Object.keys(item) }
  const was: Item = {}
  for (const [key, at] of Object.entries(places)) {
    const own = at.to(item[key])
    Object.assign(cells, own)
    if (Object.hasOwn(item, key) && !isDeepStrictEqual(at.from(own), item[key])) was[key] = item[key]
  }
  for (const [key, value] of Object.entries(item)) {
    if (apart.includes(key)) {
      if (value === null) was[key] = null
    } else if (!Object.hasOwn(places, key)) rest[shield(key)] = value
  }
  if (Object.keys(was).length > 0) rest[WAS] = was
  return { cells, rest }
}

export interface Packed {
  cells: Cells
  rest: Item
  /** What the keys kept apart hold now. */
  apart?: Record<string, readonly unknown[]>
}

/** The other way: what was imported comes back deep-equal, what people wrote since stands in its place. */
export function unpack({ cells, rest, apart = {} }: Packed, places: Places): Item {
  const keys = (rest[KEYS] as string[] | undefined) ?? []
  const was = (rest[WAS] as Item | undefined) ?? {}
  const item: Item = {}
  for (const key of [...keys, ...Object.keys(places), ...Object.keys(apart)]) {
    if (Object.hasOwn(item, key)) continue
    const known = keys.includes(key)
    const at = Object.hasOwn(places, key) ? places[key] : undefined
    const rows = Object.hasOwn(apart, key) ? apart[key] : undefined
    if (at) {
      const now = pick(cells, Object.keys(at.to(undefined)))
      if (known && Object.hasOwn(was, key) && isDeepStrictEqual(at.to(was[key]), now)) item[key] = was[key]
      else if (known || !isDeepStrictEqual(at.to(undefined), now)) item[key] = at.from(now)
    } else if (rows) {
      if (known || rows.length > 0) item[key] = was[key] === null && rows.length === 0 ? null : rows
    } else if (Object.hasOwn(rest, shield(key))) item[key] = rest[shield(key)]
  }
  return withLater(item, rest)
}

/** Keys that product code put into the rest after the import. */
function withLater(item: Item, rest: Item): Item {
  for (const [key, value] of Object.entries(rest)) {
    if (key === KEYS || key === WAS || Object.hasOwn(item, unshield(key))) continue
    item[unshield(key)] = value
  }
  return item
}

const pick = (cells: Cells, columns: readonly string[]): Cells =>
  Object.fromEntries(columns.map((column) => [column, cells[column] ?? null]))
