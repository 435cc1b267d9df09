import {
  type Body,
  type Field,
  fieldsOf,
  HIDDEN,
  hasRows,
  keysOf,
  optionsOf,
  type Row,
  rowsIn,
  type Template,
  type Value,
} from '../templates/templates.ts'
import { cleaned, folded, half, isNo, isYes, readDate, readNumber } from '../values/values.ts'

/** What people type becomes what machines keep, where it can be read for certain; everything else stays as typed. */
export function tidyBody(template: Template, body: Body): Body {
  const tidy: Body = {}
  for (const field of fieldsOf(template)) {
    const value = body[field.key]
    if (value !== undefined) tidy[field.key] = tidyValue(field, value)
  }
  if (typeof body[HIDDEN] === 'string') tidy[HIDDEN] = body[HIDDEN]
  return tidy
}

const asksRow = (field: Field, id: string): boolean => (field.rows ?? []).some((row) => row.key === id && !row.retired)

/** What the sheet does not show of a row (what came with it, columns of another version) stays with the row of that id. */
export function withHidden(template: Template, now: Body, given: Body): Body {
  const kept: Body = { ...given }
  for (const field of fieldsOf(template)) {
    if (!hasRows(field) || given[field.key] === undefined) continue
    const known = new Set(['id', ...(field.columns ?? []).map((column) => column.key)])
    const rows = new Map(rowsIn(now, field.key).map((row) => [row.id, row]))
    const shown = rowsIn(given, field.key).map((row) => {
      const hidden = Object.entries(rows.get(row.id) ?? {}).filter(([column]) => !known.has(column))
      return { ...Object.fromEntries(hidden), ...row }
    })
    const past = field.kind === 'matrix' ? [...rows.values()].filter((row) => !asksRow(field, row.id)) : []
    kept[field.key] = [...shown.filter((row) => !past.some(({ id }) => id === row.id)), ...past]
  }
  return kept
}

export function tidyValue(field: Field, value: Value): Value {
  if (field.kind === 'table' || field.kind === 'matrix') return tidyRows(field, Array.isArray(value) ? value : [])
  if (field.kind === 'choices') return tidyChoices(field, value)
  return tidyText(field, typeof value === 'string' ? value : String((Array.isArray(value) && value.at(-1)) || ''))
}

/** A kept row has something in it; a matrix keeps its rows in the template's order, under the template's keys. */
function tidyRows(field: Field, value: readonly (string | Row)[]): Row[] {
  const rows = value.filter((row): row is Row => typeof row === 'object' && row !== null && typeof row.id === 'string')
  const known =
    field.kind === 'matrix'
      ? inOrder(
          rows,
          (field.rows ?? []).map((r) => r.key),
        )
      : uniqueById(rows)
  return known.map((row) => tidyRow(field, row)).filter(isWritten)
}

/** A row somebody emptied goes, whatever it brought along. */
const isWritten = (row: Row): boolean => Object.keys(row).some((key) => key !== 'id' && key !== HIDDEN)

function tidyRow(field: Field, row: Row): Row {
  const tidy: Row = { id: row.id }
  for (const column of field.columns ?? []) {
    const text = tidyText(column, String(row[column.key] ?? ''))
    if (text !== '') tidy[column.key] = text
  }
  if (row[HIDDEN]) tidy[HIDDEN] = String(row[HIDDEN])
  return tidy
}

const inOrder = (rows: readonly Row[], keys: readonly string[]): Row[] =>
  keys.flatMap((key) => rows.find((row) => row.id === key) ?? [])
const uniqueById = (rows: readonly Row[]): Row[] =>
  rows.filter((row, i) => rows.findIndex((r) => r.id === row.id) === i)

function tidyChoices(field: Field, value: Value): string[] {
  const given = (Array.isArray(value) ? value : [value])
    .filter((v) => typeof v === 'string')
    .map((v) => optionKey(field, v))
  return (field.options ?? []).map((o) => o.key).filter((key) => given.includes(key))
}

export function tidyText(field: Field, typed: string): string {
  const text = cleaned(typed)
  if (field.kind === 'long') return text.replace(/^(?:[ \t\u3000]*\n)+|\s+$/gu, '')
  if (field.kind === 'choices') return tidyKeys(field, text)
  const line = text.replace(/\s*\n\s*/gu, ' ').trim()
  if (line === '') return ''
  if (field.kind === 'short') return field.code ? codeText(line) : line
  if (field.kind === 'number') return readNumber(line, field.unit) ?? line
  if (field.kind === 'date') return readDate(line).day ?? line
  if (field.kind === 'email')
    return half(line)
      .replace(/^mailto:/i, '')
      .replace(/\s/g, '')
  if (field.kind === 'tel') return half(line).replace(/[ー―‐‑–—−]/g, '-')
  return optionKey(field, line)
}

const codeText = (line: string): string => {
  const text = half(line).replace(/[\s-]/g, '')
  return /^\d{4,6}$/.test(text) ? text : line
}

/** Several options in one cell, by key or by label, a line or a comma between them; what fits none stays as typed. */
function tidyKeys(field: Field, text: string): string {
  const options = optionsOf(field)
  const keyOf = (piece: string): string => {
    const numbered = field.optionsFrom && /^\d{1,3}$/.test(half(piece)) ? options[Number(half(piece)) - 1] : undefined
    return options.find((o) => o.key === piece)?.key ?? numbered?.key ?? optionKey(field, piece)
  }
  const isKnown = (key: string) => options.some((o) => o.key === key)
  const keys = text.split('\n').flatMap((line) => {
    const whole = keyOf(line.trim())
    return isKnown(whole) ? [whole] : line.split(/[、,，]/).map((piece) => keyOf(piece.trim()))
  })
  const ordered = [...options.map((o) => o.key).filter((key) => keys.includes(key)), ...keys]
  return keysOf([...new Set(ordered)].join(',')).join(',')
}

/** The key of an option from its key, its label or its number; what fits none stays as typed. */
export function optionKey(field: Field, typed: string): string {
  const same = folded(typed)
  const options = optionsOf(field)
  const found =
    options.find((o) => o.key === typed.trim()) ??
    options.find((o) => folded(o.label) === same || folded(o.key) === same)
  if (found) return found.key
  if (field.kind === 'yesno') return isYes(typed) ? 'yes' : isNo(typed) ? 'no' : typed
  const begins = options.filter((o) => same !== '' && folded(o.label).startsWith(same))
  return begins.length === 1 && begins[0] ? begins[0].key : typed
}
