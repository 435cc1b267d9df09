import { createHash } from 'node:crypto'
import { isMunicipalCode } from '../../people/organisations/organisations.ts'
import type { Rows, Seen } from '../../platform/office/blocks.ts'
import { tidyText } from '../sheets/body.ts'
import { faultIn } from '../sheets/checks.ts'
import { MAX_ROWS } from '../sheets/forms.ts'
import type { Fault } from '../sheets/sheets.ts'
import type { Field, Option, Row, Value } from '../templates/templates.ts'
import { folded, half, isNo, isYes } from '../values/values.ts'
import { CELL_LENGTH, cellName } from './picture.ts'
import { type CellFault, CUT } from './workbooks.ts'

/** The rows of one field in somebody's file, and where its columns stand there. */
export interface Spot {
  sheet: string
  rows: Rows
  top: number
  bottom: number
  columns: { label: number; hint: number; rowId: number }
}

export interface ReadField {
  /** Absent when it could not be read well. */
  value?: Value
  faults: CellFault[]
  cells: Record<string, string>
}

export function readField(field: Field, spot: Spot): ReadField {
  if (field.kind === 'choices') return readChoices(field, spot)
  if (field.kind === 'table' || field.kind === 'matrix') return readRows(field, spot)
  return readAnswer(field, spot)
}

const answersIn = ({ rows, columns }: Spot, row: number): Seen[] =>
  (rows.get(row) ?? []).filter(({ column }) => column > columns.label && column < columns.hint)

const faultAt = (sheet: string, seen: Pick<Seen, 'row' | 'column' | 'text'>, said: Fault): CellFault => ({
  cell: cellName(sheet, seen.row, seen.column),
  ...said,
  typed: seen.text ?? '',
})

const linesOf = ({ top, bottom }: Spot): number[] => Array.from({ length: bottom - top + 1 }, (_, i) => top + i)

function readAnswer(field: Field, spot: Spot): ReadField {
  const seen = linesOf(spot).flatMap((row) => answersIn(spot, row).slice(0, field.kind === 'long' ? undefined : 1))
  const first = seen[0] ?? { row: spot.top, column: spot.columns.label + 1, text: '' }
  const read = field.kind === 'long' ? joined(seen) : seen[0] ? typedIn(field, seen[0]) : ''
  const { value, fault } = judged(field, read)
  const cells = { [field.key]: cellName(spot.sheet, first.row, first.column) }
  if (!fault) return { value, faults: [], cells }
  return { faults: [faultAt(spot.sheet, { ...first, text: read }, { path: field.key, message: fault })], cells }
}

/** A long text goes on in the next row: without a break where the cell was full, with one where somebody added a line. */
function joined(seen: readonly Seen[]): string | null {
  if (seen.some(({ text }) => text === null)) return null
  return seen.reduce((text, { text: more }, i) => {
    const full = (seen[i - 1]?.text?.length ?? 0) >= CELL_LENGTH - 1
    return i === 0 ? (more ?? '') : `${text}${full ? '' : '\n'}${more}`
  }, '')
}

const NO_RESULT = '数式の結果を読みとれません。値を直接入れてください'

function judged(field: Field, typed: string | null): { value: string; fault?: string } {
  if (typed === null) return { value: '', fault: `${field.label}は、${NO_RESULT}` }
  if (typed.endsWith(CUT))
    return { value: '', fault: `${field.label}は長いため、Excelでは直せません。画面で直してください` }
  const value = tidyText(field, typed)
  const [fault] = faultIn(field, value, false)
  return fault ? { value, fault } : { value }
}

/** Excel makes numbers of what looks like one: days become serial numbers, telephones and codes lose their first 0. */
function typedIn(field: Field, { text, cell }: Seen): string | null {
  if (text === null || !/^\d+$/.test(text)) return text
  const isNumber = typeof cell.value === 'number' || typeof cell.result === 'number'
  if (!isNumber) return text
  if (field.kind === 'date' && Number(text) > 20_000 && Number(text) < 80_000)
    return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10)
  if (field.kind === 'tel' && /^[1-9]\d{8,9}$/.test(text)) return `0${text}`
  return field.code && isMunicipalCode(`0${text}`) ? `0${text}` : text
}

function readChoices(field: Field, spot: Spot): ReadField {
  const ticked: string[] = []
  const faults: CellFault[] = []
  for (const row of linesOf(spot)) {
    const seen = answersIn(spot, row)
    const option = seen.map(({ text }) => optionBy(field.options, text)).find(Boolean)
    const mark = seen.find(({ text }) => !optionBy(field.options, text))
    if (!option || !mark) continue
    if (isYes(mark.text ?? '?')) ticked.push(option.key)
    else if (!isNo(mark.text ?? '?'))
      faults.push(faultAt(spot.sheet, mark, { path: field.key, message: markWords(field, option) }))
  }
  const cells = { [field.key]: cellName(spot.sheet, spot.top, spot.columns.label + 1) }
  return faults.length ? { faults, cells } : { value: inOrder(field.options, ticked), faults, cells }
}

const markWords = (field: Field, { label }: Option): string =>
  `${field.label}の「${label}」は、当てはまるなら○、そうでなければ空欄にしてください`

const optionBy = (options: readonly Option[] = [], text: string | null): Option | undefined =>
  options.find(({ label }) => text !== null && folded(label) === folded(text))

const inOrder = (options: readonly Option[] = [], keys: readonly string[]): string[] =>
  options.map(({ key }) => key).filter((key) => keys.includes(key))

interface Grid extends ReadField {
  rows: Row[]
}

function readRows(field: Field, spot: Spot): ReadField {
  const { head, columns } = headOf(field, spot)
  const grid: Grid = { rows: [], faults: [], cells: {} }
  grid.cells[field.key] = cellName(spot.sheet, head + 1, spot.columns.label + 1)
  for (const row of linesOf(spot).filter((r) => r > head)) {
    const line = spot.rows.get(row) ?? []
    const cells = line.filter(({ column }) => columns.has(column))
    const label = line.find(({ column }) => column === spot.columns.label)?.text ?? null
    if (field.kind === 'matrix' && !optionBy(field.rows, label)) continue
    if (field.kind === 'table' && cells.length === 0) continue
    readRow({ field, spot, columns, grid }, row, cells)
  }
  if (grid.rows.length > MAX_ROWS) {
    const below = { row: head + 1, column: spot.columns.label + 1, text: '' }
    grid.faults.push(faultAt(spot.sheet, below, { path: field.key, message: `${field.label}は${MAX_ROWS}行までです` }))
  }
  const value = grid.rows.slice(0, MAX_ROWS).filter((row) => Object.keys(row).length > 1)
  return { value, faults: grid.faults, cells: grid.cells }
}

/** The row with the column names, and which column is which; by place where the names are gone. */
function headOf(field: Field, spot: Spot): { head: number; columns: Map<number, Field> } {
  for (const row of linesOf(spot).slice(0, 4)) {
    const found = answersIn(spot, row).flatMap(({ column, text }) => {
      const named = (field.columns ?? []).find(({ label }) => text !== null && folded(label) === folded(text))
      return named ? [[column, named] as const] : []
    })
    if (found.length * 2 >= (field.columns?.length ?? 0)) return { head: row, columns: new Map(found) }
  }
  return {
    head: spot.top,
    columns: new Map((field.columns ?? []).map((column, i) => [spot.columns.label + 1 + i, column])),
  }
}

interface RowsInput {
  field: Field
  spot: Spot
  columns: Map<number, Field>
  grid: Grid
}

function readRow({ field, spot, columns, grid }: RowsInput, row: number, seen: readonly Seen[]): void {
  const read = seen.map((one) => {
    const column = columns.get(one.column) as Field
    const typed = typedIn(column, one)
    return { one, column, typed, ...judged(column, typed) }
  })
  const line = spot.rows.get(row) ?? []
  const label = optionBy(field.rows, line.find(({ column }) => column === spot.columns.label)?.text ?? null)
  const kept = line.find(({ column }) => column === spot.columns.rowId)?.text ?? ''
  const words = read.map(({ value }) => value)
  const id = label?.key ?? rowId({ field, kept, words }, grid.rows)
  if (grid.rows.some((other) => other.id === id)) return
  const pathOf = (inner: Field) => `${field.key}/${id}/${inner.key}`
  for (const [column, inner] of columns) grid.cells[pathOf(inner)] = cellName(spot.sheet, row, column)
  const added: Row = { id }
  for (const { one, column, typed, value, fault } of read)
    if (fault) grid.faults.push(faultAt(spot.sheet, { ...one, text: typed }, { path: pathOf(column), message: fault }))
    else if (value !== '') added[column.key] = value
  grid.rows.push(added)
}

/** The row's own id where the file still has it, else one made of its words: the same file read twice gives the same rows. */
function rowId({ field, kept, words }: { field: Field; kept: string; words: string[] }, rows: readonly Row[]): string {
  const taken = (id: string) => rows.some((row) => row.id === id)
  const own = half(kept).trim()
  if (/^[\w-]{1,40}$/.test(own) && !taken(own)) return own
  for (let n = 0; ; n++) {
    const id = createHash('sha256')
      .update(JSON.stringify([field.key, words, n]))
      .digest('hex')
      .slice(0, 16)
    if (!taken(id)) return id
  }
}
