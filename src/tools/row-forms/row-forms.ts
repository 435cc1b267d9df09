import { isRecord, partsOf } from '../../papers/documents/body.ts'
import type { PaperWords } from '../../papers/documents/documents.ts'
import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { cleaned } from '../../papers/values/values.ts'
import { newId } from '../../platform/db/ids.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'

/** One field of a row that has a page of its own. */
export interface RowField {
  name: string
  label: string
  kind: 'text' | 'long' | 'radio' | 'select' | 'check'
  hint?: string
  options?: Readonly<Record<string, string>>
}

/** A paper that is one list of rows: 関係者表, 協議の場の計画. */
export interface RowBook {
  title: string
  /** Key of the list in the body. */
  list: string
  /** What one row is called, and the field that says which. */
  noun: string
  nameOf(row: Row): string
  fields: readonly RowField[]
}

const LONGEST = 5_000
const MOST = 300

type Posted = Record<string, string | string[]>
const typed = (posted: Posted, name: string): string => cleaned([posted[name] ?? ''].flat().at(-1) ?? '').trim()

/** The posted row; a choice that is not on the list counts as none. */
export const rowFrom = (book: RowBook, posted: Posted): Record<string, string> =>
  Object.fromEntries(
    book.fields.map(({ name, kind, options }) => {
      const value = typed(posted, name)
      if (kind === 'check') return [name, value ? 'yes' : '']
      return [name, options && !Object.hasOwn(options, value) ? '' : value]
    }),
  )

/** Faults by field; the first field names the row and must be there. */
export function faultsIn(book: RowBook, row: Record<string, string>): Record<string, string> {
  const [first] = book.fields
  const faults: Record<string, string> = {}
  if (first && !row[first.name]) faults[first.name] = `${first.label}を${first.options ? '選んで' : '書いて'}ください`
  for (const { name, label } of book.fields)
    if ([...(row[name] ?? '')].length > LONGEST)
      faults[name] = `${label}は${LONGEST.toLocaleString('ja-JP')}字以内にしてください。文はそのまま残っています`
  return faults
}

export const formOf = (row: Record<string, string>, errors: Record<string, string> = {}): FormState => ({
  values: row,
  errors,
})

export function withRow(book: RowBook, body: Body, given: Record<string, string>): { body: Body; id: string } {
  const rows = rowsIn(body, book.list)
  if (rows.length >= MOST)
    throw new Problem('invalid', `${book.noun}は${MOST}件までです。使わないものを消してから足してください`)
  const id = newId()
  return { body: { ...body, [book.list]: [...rows, { id, ...given }] }, id }
}

export const changedRow =
  (book: RowBook, id: string, given: Record<string, string>) =>
  (body: Body): Body => ({
    ...body,
    [book.list]: rowsIn(body, book.list).map((row) => (row.id === id ? ({ ...row, ...given } as Row) : row)),
  })

export const withoutRow =
  (book: RowBook, id: string) =>
  (body: Body): Body => ({
    ...body,
    [book.list]: rowsIn(body, book.list).filter((row) => row.id !== id),
  })

export const movedRow =
  (book: RowBook, id: string, by: 'up' | 'down') =>
  (body: Body): Body => {
    const rows = [...rowsIn(body, book.list)]
    const at = rows.findIndex((row) => row.id === id)
    const to = at + (by === 'up' ? -1 : 1)
    const [row, other] = [rows[at], rows[to]]
    if (!row || !other) return body
    rows[at] = other
    rows[to] = row
    return { ...body, [book.list]: rows }
  }

/** How such a paper speaks of its places. */
export function bookWords(book: RowBook): PaperWords {
  const fieldOf = (name: string | undefined) => book.fields.find((field) => field.name === name)
  const cell = (name: string, value: unknown): string => {
    const field = fieldOf(name)
    const text = typeof value === 'string' ? value : ''
    if (!field || text === '') return ''
    return field.kind === 'check' ? 'はい' : (field.options?.[text] ?? text)
  }
  const line = (row: Record<string, unknown>) =>
    book.fields
      .flatMap(({ name, label }) => (cell(name, row[name]) ? [`${label}：${cell(name, row[name])}`] : []))
      .join('\n')
  const named = (body: Body, id: string | undefined) => {
    const row = rowsIn(body, book.list).find((one) => one.id === id)
    return row ? `${book.noun}「${book.nameOf(row)}」` : `消した${book.noun}`
  }
  return {
    title: book.title,
    place: (path, body) => {
      const [key, id, column] = partsOf(path)
      if (path.startsWith('order:')) return `${book.title}の並び順`
      if (key !== book.list || id === undefined) return book.title
      return [named(body, id), fieldOf(column)?.label].filter(Boolean).join('の')
    },
    shown: (path, value) => {
      const column = partsOf(path)[2]
      if (column !== undefined) return cell(column, value)
      if (Array.isArray(value)) return value.filter(isRecord).map(line).join('\n\n')
      return isRecord(value) ? line(value) : ''
    },
    isPicked: (path) => {
      const column = partsOf(path)[2]
      return column === undefined || fieldOf(column)?.options !== undefined || fieldOf(column)?.kind === 'check'
    },
  }
}
