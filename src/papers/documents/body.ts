import { isDeepStrictEqual } from 'node:util'
import { type Body, DRAFT_LENGTH } from '../templates/templates.ts'
import type { Change } from './documents.ts'

/** A list item of any document's body: its id stays for its whole life. */
export interface RowOfAny {
  id: string
  [key: string]: unknown
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** A list whose items have ids; nothing at all may also become one. */
export const isRows = (value: unknown): value is RowOfAny[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((item) => isRecord(item) && typeof item.id === 'string'))

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

export const same = (a: unknown, b: unknown): boolean => (isNothing(a) && isNothing(b)) || isDeepStrictEqual(a, b)

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')
const unescaped = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~')
export const joined = (path: string, part: string): string => (path === '' ? escaped(part) : `${path}/${escaped(part)}`)
export const partsOf = (path: string): string[] =>
  path
    .replace(/^order:/, '')
    .split('/')
    .map(unescaped)

/** Nothing written and never written are one thing: a cleared field leaves no trace in the body. */
export function pruned<T extends object>(value: T): T {
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const clean = Array.isArray(inner) ? inner.map(prunedItem) : prunedItem(inner)
    return isNothing(clean) ? [] : [[key, clean]]
  })
  return Object.fromEntries(kept) as T
}
const prunedItem = (value: unknown): unknown => (isRecord(value) ? pruned(value) : value)

/** What has to be done to `before` so that it becomes `after`. Null stands for "not there". */
export function diffOf(before: Body, after: Body): Change[] {
  const changes: Change[] = []
  diffAt(pruned(before), pruned(after), '', changes)
  return changes
}

function diffAt(before: unknown, after: unknown, path: string, changes: Change[]): void {
  if (same(before, after)) return
  if (isRecord(before) && isRecord(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      diffAt(before[key], after[key], joined(path, key), changes)
  } else if (isRows(before) && isRows(after)) diffRows(before ?? [], after ?? [], path, changes)
  else changes.push({ path, before: before ?? null, after: after ?? null })
}

function diffRows(before: readonly RowOfAny[], after: readonly RowOfAny[], path: string, changes: Change[]): void {
  const was = new Map(before.map((row) => [row.id, row]))
  const is = new Map(after.map((row) => [row.id, row]))
  for (const [id, row] of was) if (!is.has(id)) changes.push({ path: joined(path, id), before: row, after: null })
  for (const [id, row] of is) diffAt(was.get(id), row, joined(path, id), changes)
  const left = [...was.keys()].filter((id) => is.has(id))
  const plain = [...left, ...[...is.keys()].filter((id) => !was.has(id))]
  if (!same(plain, [...is.keys()]))
    changes.push({
      path: `order:${path}`,
      before: [...was.keys()],
      after: [...is.keys()],
    })
}

/** The body after the changes; places that are no longer there are passed over. */
export function applied(body: Body, changes: readonly Change[]): Body {
  const next = structuredClone(body) as Record<string, unknown>
  for (const change of changes) {
    if (change.path.startsWith('order:')) reorder(next, change)
    else put(next, partsOf(change.path), change.after)
  }
  return pruned(next) as Body
}

export function valueAt(body: unknown, path: string): unknown {
  let found: unknown = body
  for (const part of partsOf(path)) {
    if (Array.isArray(found)) found = (found as RowOfAny[]).find((row) => isRecord(row) && row.id === part)
    else found = isRecord(found) ? found[part] : undefined
  }
  return found
}

function put(into: unknown, [part = '', ...rest]: string[], value: unknown): void {
  if (Array.isArray(into)) putRow(into as RowOfAny[], [part, ...rest], value)
  if (!isRecord(into)) return
  if (rest.length === 0) {
    if (value === null) delete into[part]
    else into[part] = structuredClone(value)
    return
  }
  // A missing list is begun by its first row; the deeper path tells that it is one.
  if (into[part] === undefined && value !== null) into[part] = []
  put(into[part], rest, value)
}

function putRow(rows: RowOfAny[], [id = '', ...rest]: string[], value: unknown): void {
  const at = rows.findIndex((row) => row.id === id)
  if (rest.length > 0) {
    if (at >= 0) put(rows[at], rest, value)
  } else if (value === null) {
    if (at >= 0) rows.splice(at, 1)
  } else if (at >= 0) rows[at] = structuredClone(value) as RowOfAny
  else rows.push(structuredClone(value) as RowOfAny)
}

function reorder(body: unknown, { path, after }: Change): void {
  const rows = valueAt(body, path)
  if (!Array.isArray(rows) || !Array.isArray(after)) return
  const place = (row: RowOfAny) => (after.includes(row.id) ? after.indexOf(row.id) : after.length)
  rows.sort((a, b) => place(a) - place(b))
}

/** Given fields replace the base's; an empty one clears it. */
export const withFields = (body: Body, fields: Body): Body => pruned({ ...body, ...fields })

export const changedFields = (base: Body, fields: Body): Body =>
  Object.fromEntries(Object.entries(fields).filter(([key, value]) => !same(base[key], value)))

export function isTooLong(value: unknown): boolean {
  if (typeof value === 'string') return value.length > DRAFT_LENGTH && [...value].length > DRAFT_LENGTH
  return typeof value === 'object' && value !== null && Object.values(value).some(isTooLong)
}
