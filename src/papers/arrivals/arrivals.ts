import { pruned, same, withFields } from '../documents/body.ts'
import { merge } from '../documents/diff.ts'
import type { Head } from '../documents/documents.ts'
import { shownAt } from '../revisions/revisions.ts'
import { withHidden } from '../sheets/body.ts'
import { type Body, fieldsOf, hasRows, type Row, rowsIn, type Template } from '../templates/templates.ts'
import type { CellFault, ReadWorkbook } from '../workbooks/workbooks.ts'

export const STATES = { new: '新しい', changed: '変わる', emptied: '消える', clash: '食い違い', same: '同じ' } as const
export type State = keyof typeof STATES

/** One field as it is now and as the file has it. */
export interface Compared {
  key: string
  label: string
  now: string
  file: string
  state: State
  cell: string
}

/** A file read against a sheet: what it would change, from which revision on. */
export interface Reading {
  base: number
  fields: Body
  rows: Compared[]
  faults: CellFault[]
  notes: string[]
}

/** A row typed anew in a file without its number is still the same row when it says the same, or begins the same. */
export function withKnownRows(template: Template, now: Body, { body: file, faults }: Read): Body {
  const known = fieldsOf(template).flatMap((field) => {
    if (!hasRows(field) || file[field.key] === undefined) return []
    const first = field.columns?.[0]?.key ?? ''
    const [was, is] = [rowsIn(now, field.key), withUnread(rowsIn(now, field.key), rowsIn(file, field.key), faults)]
    return [[field.key, field.kind === 'table' ? namedRows(was, is, first) : is]]
  })
  return withHidden(template, now, { ...file, ...(Object.fromEntries(known) as Body) })
}

type Read = Pick<ReadWorkbook, 'body' | 'faults'>

/** A cell that could not be read says nothing about what stands there: it stays, and so does its row. */
function withUnread(now: readonly Row[], file: readonly Row[], faults: Read['faults']): Row[] {
  const rows = file.map((row) => ({ ...row }))
  for (const [, id, column] of faults.map(({ path }) => path.split('/'))) {
    const was = now.find((row) => row.id === id)
    if (!was || !column || !was[column]) continue
    const at = now.indexOf(was)
    const is = rows.find((row) => row.id === id)
    if (is) is[column] = was[column]
    else rows.splice(at, 0, { id: was.id, [column]: was[column] })
  }
  return rows
}

function namedRows(now: readonly Row[], file: readonly Row[], first: string): Row[] {
  const free = new Set(now.filter((row) => !file.some((f) => f.id === row.id)))
  const take = (fits: (row: Row) => boolean): Row | undefined => {
    const found = [...free].find(fits)
    if (found) free.delete(found)
    return found
  }
  return file.map((row) => {
    if (now.some((n) => n.id === row.id)) return row
    const twin =
      take((n) => same({ ...n, id: '' }, { ...row, id: '' })) ??
      take((n) => Boolean(row[first]) && n[first] === row[first])
    return twin ? { ...row, id: twin.id } : row
  })
}

/** Field by field: what stands there now, what the file says, and what would come of it. */
export function compared(
  template: Template,
  at: { base: Body; head: Head; fields: Body; cells: Record<string, string> },
): Compared[] {
  const { base, head, fields, cells } = at
  const merged = merge({ base, theirs: head.body, mine: withFields(base, fields) })
  const clashing = new Set(merged.clashes.map((c) => c.path.replace('order:', '').split('/')[0]))
  return fieldsOf(template).flatMap((field) => {
    const { key, label } = field
    if (fields[key] === undefined) return []
    const [now, file, after] = [head.body[key], fields[key], merged.body[key]]
    const changed = !same(now, after)
    const state: State = clashing.has(key)
      ? 'clash'
      : !changed
        ? 'same'
        : isBlank(now)
          ? 'new'
          : isBlank(after)
            ? 'emptied'
            : 'changed'
    const shown = (value: unknown) => shownAt(template, key, value)
    return [{ key, label, now: shown(now), file: shown(file), state, cell: hasRows(field) ? '' : (cells[key] ?? '') }]
  })
}

const isBlank = (value: Body[string] | undefined): boolean => Object.keys(pruned({ value: value ?? '' })).length === 0

export const countsOf = (rows: readonly Compared[]) => ({
  fresh: rows.filter((row) => row.state === 'new').length,
  changed: rows.filter((row) => row.state === 'changed' || row.state === 'emptied').length,
  clash: rows.filter((row) => row.state === 'clash').length,
  same: rows.filter((row) => row.state === 'same').length,
})

export interface ComparedRow extends Compared {
  word: string
  look: 'new' | 'key' | 'warn' | 'gone' | null
}

const LOOKS = { new: 'new', changed: 'key', emptied: 'gone', clash: 'warn', same: null } as const

export const comparedRow = (row: Compared): ComparedRow => ({ ...row, word: STATES[row.state], look: LOOKS[row.state] })

export function summaryOf({ rows, faults }: Pick<Reading, 'rows' | 'faults'>): string {
  const { fresh, changed, clash, same } = countsOf(rows)
  const parts = [
    `新しい欄${fresh}`,
    `変わる欄${changed}`,
    ...(clash > 0 ? [`食い違う欄${clash}`] : []),
    `同じ欄${same}`,
    ...(faults.length > 0 ? [`読みとれない欄${faults.length}`] : []),
  ]
  return parts.join('・')
}
