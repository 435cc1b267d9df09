import { isDay, wareki } from '../../platform/time.ts'
import {
  type Body,
  type Field,
  HIDDEN,
  hasRows,
  keysIn,
  keysOf,
  optionsOf,
  type Row,
  rowsIn,
  type Template,
  textIn,
} from '../templates/templates.ts'
import type { PrintedField, PrintedSection } from './sheets.ts'

export type { PrintedField, PrintedSection }

/** A kept value as people write it: 2025-10-22 → 令和7年10月22日, 270685 → 270,685, an option by its label. */
export function shownText(field: Field, value: string): string {
  if (value === '') return ''
  if (field.kind === 'date') return isDay(value) ? wareki(value).replace(/（.）$/, '') : value
  if (field.kind === 'number') return withCommas(value)
  const labelOf = (key: string) =>
    optionsOf(field).find((o) => o.key === key)?.label ?? (field.optionsFrom ? GONE_ROW : key)
  const picks = optionsOf(field).length > 0 || field.optionsFrom !== undefined
  return picks ? (field.kind === 'choices' ? keysOf(value) : [value]).map(labelOf).join('、') : value
}

/** A row that was chosen and is not there any more. */
export const GONE_ROW = 'いまはない行'

const withCommas = (value: string): string => {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(value)
  return match ? `${match[1]}${match[2]?.replace(/\B(?=(\d{3})+$)/g, ',')}${match[3] ?? ''}` : value
}

const printedText = (field: Field, value: string): string => {
  const text = shownText(field, value)
  if (text === '' || text === '—') return text
  return field.kind === 'date' && isDay(value)
    ? wareki(value)
    : `${text}${field.kind === 'number' ? (field.unit ?? '') : ''}`
}

/** The whole sheet for paper: every field stands there, also the empty ones, as on the form for 決裁. */
export const printOf = (template: Template, body: Body): PrintedSection[] =>
  template.sections.map((section, i) => ({
    key: section.key,
    number: i + 1,
    title: section.title,
    fields: section.fields.map((field) => printedField(field, body)),
  }))

export function printedField(field: Field, body: Body): PrintedField {
  const labels = keysIn(body, field.key).map((key) => shownText(field, key))
  const text = hasRows(field)
    ? ''
    : field.kind === 'choices'
      ? labels.join('、')
      : printedText(field, textIn(body, field.key))
  return {
    key: field.key,
    label: field.label,
    kind: field.kind,
    text,
    columns: (field.columns ?? []).map((column) => column.label),
    rows: hasRows(field) ? printedRows(field, rowsIn(body, field.key)) : [],
  }
}

function printedRows(field: Field, rows: readonly Row[]): PrintedField['rows'] {
  const cellsOf = (row?: Row) => (field.columns ?? []).map((column) => printedText(column, row?.[column.key] ?? ''))
  if (field.kind === 'table')
    return rows.map((row, i) => ({ label: `${i + 1}${isInferred(row) ? '（推定）' : ''}`, cells: cellsOf(row) }))
  const asked = (field.rows ?? []).filter((r) => !r.retired || rows.some((row) => row.id === r.key))
  return asked.map(({ key, label }) => ({ label, cells: cellsOf(rows.find((row) => row.id === key)) }))
}

/** What came with a row says that it was concluded, not read. */
export const isInferred = (row: Row): boolean => /"inf":\s*true/.test(row[HIDDEN] ?? '')

/** The first words of a field, in one line. */
export function wordsOf(field: Field, body: Body): string {
  const { text, rows } = printedField(field, body)
  const words = hasRows(field) ? (rows.flatMap((row) => row.cells).find((cell) => cell !== '') ?? '') : text
  return [...words.slice(0, 300).replace(/\s+/g, ' ')].slice(0, 120).join('')
}
