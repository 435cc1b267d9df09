import { isDeepStrictEqual } from 'node:util'
import { CIRCLES } from '../../access/circles.ts'
import { STEP_KINDS } from '../../programme/programmes/programmes.ts'
import { ANSWERS } from '../../support/advice/advice.ts'
import { MODES } from '../../support/meetings/meetings.ts'
import { OWNERS } from '../../support/owners/owners.ts'
import { PROMISE_STATES, PROMISE_TYPES, SIDES } from '../../support/promises/promises.ts'
import { LINE_PARTS } from '../../support/records/records.ts'

/** An item as a bundle writes it, and the row's columns that hold part of it. */
export type Item = Record<string, unknown>
export type Cell = string | number | null
export type Cells = Record<string, Cell>

/** Where one key of an item lives. `to(undefined)` is what a row holds when the key is absent. */
interface Place {
  to(value: unknown): Cells
  from(cells: Cells): unknown
}
export type Places = Record<string, Place>

const asIs = (cell: Cell) => cell
const parsed = (cell: Cell): unknown => JSON.parse(String(cell))
const place = (column: string, to: (value: unknown) => Cell, from: (cell: Cell) => unknown = asIs): Place => ({
  to: (value) => ({ [column]: to(value) }),
  from: (cells) => from(cells[column] ?? null),
})

const textOr = <T>(value: unknown, otherwise: T) => (typeof value === 'string' ? value : otherwise)
const word = (column: string) => place(column, (value) => textOr(value, ''))
const wordOrNull = (column: string) => place(column, (value) => textOr(value, null))
const yes = (column: string) =>
  place(
    column,
    (value) => (value === true ? 1 : 0),
    (cell) => cell === 1,
  )
const amount = (column: string) => place(column, (value) => (Number.isInteger(value) ? Number(value) : null))
/** A word from a closed list; anything else counts as `otherwise` and is kept beside. */
const oneOf = (column: string, labels: Record<string, unknown>, otherwise: string | null) =>
  place(column, (value) => (typeof value === 'string' && Object.hasOwn(labels, value) ? value : otherwise))

const list = (column: string) => place(column, (value) => JSON.stringify(Array.isArray(value) ? value : []), parsed)
const keywords = list('keywordsJson')
/** Only the words: an address from another installation leads nowhere, or somewhere it should not. */
const about = place(
  'aboutJson',
  (value) => {
    const label = (value as { label?: unknown } | null | undefined)?.label
    return JSON.stringify(typeof label === 'string' ? { label } : {})
  },
  parsed,
)
const webAddress = place('url', (value) => (typeof value === 'string' && /^https?:\/\//.test(value) ? value : ''))
/** `between` is one key and two columns. */
const between: Place = {
  to: (value) => {
    const [from, to] = Array.isArray(value) ? value : []
    return { betweenFrom: textOr(from, null), betweenTo: textOr(to, null) }
  },
  from: (cells) => [cells.betweenFrom ?? null, cells.betweenTo ?? null],
}
const inferred = yes('inferred')
const circle = oneOf('circle', CIRCLES, 'region')
const said = { text: word('text'), inf: inferred }
/** Ours: what the product records and the format has no key for. */
const writing = { circle, writtenBy: word('personName') }

export const PLACES = {
  region: { displayName: word('name') },
  theme: { text: word('theme'), focus: word('focus') },
  member: { role: word('role'), name: word('name') },
  participant: { id: wordOrNull('bundleKey'), role: word('role'), org: word('org'), note: word('note'), inf: inferred },
  step: {
    seq: amount('number'),
    key: wordOrNull('stepKey'),
    label: word('label'),
    kind: oneOf('kind', STEP_KINDS, 'support'),
    heldOn: wordOrNull('heldOn'),
    recorded: yes('isRecorded'),
    keywords,
    // Ours from here on.
    startsAt: wordOrNull('startsAt'),
    minutes: amount('minutes'),
    mode: oneOf('mode', MODES, null),
    place: word('place'),
    url: webAddress,
    fixedAt: wordOrNull('fixedAt'),
    fixedBy: wordOrNull('fixedBy'),
    cancelledAt: wordOrNull('cancelledAt'),
    cancelReason: wordOrNull('cancelReason'),
    cancelKind: wordOrNull('cancelKind'),
    postponeReason: wordOrNull('postponeReason'),
  },
  situation: { ...said, ...writing },
  line: { ...said, ...writing, part: oneOf('part', LINE_PARTS, 'note') },
  advice: {
    ...said,
    circle,
    givenBy: word('advisorName'),
    about,
    sentAt: wordOrNull('sentAt'),
    answer: oneOf('answer', ANSWERS, null),
    answerReason: wordOrNull('answerReason'),
    answeredAt: wordOrNull('answeredAt'),
    answeredBy: wordOrNull('answeredBy'),
  },
  action: {
    id: wordOrNull('bundleKey'),
    ...said,
    type: oneOf('type', PROMISE_TYPES, 'do'),
    between,
    owner: word('owner'),
    due: wordOrNull('dueOn'),
    dueText: wordOrNull('dueText'),
    heldOn: wordOrNull('heldOn'),
    status: oneOf('status', PROMISE_STATES, 'todo'),
    side: oneOf('side', SIDES, 'town'),
    circle,
    doneAt: wordOrNull('doneAt'),
    ownerRole: oneOf('ownerRole', OWNERS, null),
    homeworkWhy: wordOrNull('homeworkWhy'),
    withWhom: word('withWhom'),
    learned: word('learned'),
    touches: list('touchesJson'),
    isEvidence: yes('isEvidence'),
    doneBy: wordOrNull('doneBy'),
    waivedAt: wordOrNull('waivedAt'),
    waivedBy: wordOrNull('waivedBy'),
    waiveReason: wordOrNull('waiveReason'),
  },
} satisfies Record<string, Places>

const KEYS = '@keys'
const WAS = '@was'
const shield = (key: string) => (key.startsWith('@') ? `@${key}` : key)
const unshield = (key: string) => (key.startsWith('@@') ? key.slice(1) : key)
/** Our own marks in a rest; a bundle's keys never begin with a single @ there. */
const isMark = (key: string) => key.startsWith('@') && !key.startsWith('@@')
const has = (item: object, key: string) => Object.hasOwn(item, key)

export interface Packed {
  cells: Cells
  rest: Item
}

/**
 * Parts an item into columns and the rest. The rest also remembers which keys were there (null is not absent) and what a
 * column cannot give back (a null where the column holds ''). `apart` are keys kept as rows of their own.
 */
export function pack(item: Item, places: Places, apart: readonly string[] = []): Packed {
  const cells: Cells = {}
  const rest: Item = { [KEYS]: Object.keys(item) }
  const was: Item = {}
  for (const [key, at] of Object.entries(places)) {
    const own = at.to(item[key])
    Object.assign(cells, own)
    if (has(item, key) && !isDeepStrictEqual(at.from(own), item[key])) was[key] = item[key]
  }
  for (const [key, value] of Object.entries(item)) {
    if (apart.includes(key)) {
      if (value === null) was[key] = null
    } else if (!has(places, key)) rest[shield(key)] = value
  }
  if (Object.keys(was).length > 0) rest[WAS] = was
  return { cells, rest }
}

interface Stored extends Packed {
  /** What the keys kept apart hold now. */
  apart?: Record<string, readonly unknown[]>
  /** Keys a row written in the product always says. */
  usual?: readonly string[]
}

/** The other way: what was imported comes back deep-equal, what people wrote since stands in its place. */
export function unpack({ cells, rest, apart = {}, usual = [] }: Stored, places: Places): Item {
  const keys = (rest[KEYS] as string[] | undefined) ?? usual
  const was = (rest[WAS] as Item | undefined) ?? {}
  const item: Item = {}
  for (const key of new Set([...keys, ...Object.keys(places), ...Object.keys(apart)])) {
    const known = keys.includes(key)
    const at = has(places, key) ? places[key] : undefined
    const rows = has(apart, key) ? apart[key] : undefined
    if (at) {
      const now = pick(cells, Object.keys(at.to(undefined)))
      if (known && has(was, key) && isDeepStrictEqual(at.to(was[key]), now)) item[key] = was[key]
      else if (known || !isDeepStrictEqual(at.to(undefined), now)) item[key] = at.from(now)
    } else if (has(rest, shield(key))) item[key] = rest[shield(key)]
    else if (rows && (known || rows.length > 0)) item[key] = has(was, key) && rows.length === 0 ? was[key] : rows
  }
  for (const [key, value] of Object.entries(rest))
    if (!isMark(key) && !has(item, unshield(key))) item[unshield(key)] = value
  return item
}

const pick = (cells: Cells, columns: readonly string[]): Cells =>
  Object.fromEntries(columns.map((column) => [column, cells[column] ?? null]))
