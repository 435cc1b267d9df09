import { newId } from '../../platform/db/ids.ts'
import {
  type Body,
  type Field,
  fieldsOf,
  hasRows,
  isEmpty,
  keysIn,
  lengthOf,
  optionsOf,
  type Row,
  rowsIn,
  type Section,
  type Template,
  textIn,
} from '../templates/templates.ts'
import { shownText, wordsOf } from './paper.ts'
import type { ControlForm, FieldForm, FormOptions, RowForm, SectionForm, SheetForm } from './sheets.ts'

type Posted = Record<string, string | string[]>

/** `members/r1/name` → `f.members.r1.name`, the name of its control. */
export const nameOf = (path: string): string => `f.${path.replaceAll('/', '.')}`
const idOf = (path: string): string => `f-${path.replaceAll('/', '-')}`
/** Stands in the form beside every field that posts nothing when empty. */
const markerOf = (key: string): string => `has.${key}`
export const MAX_ROWS = 200

/** The posted sheet; a field that was not in the form (a part of the page, an older page) is absent, never empty. */
export function bodyFromForm(template: Template, posted: Posted): Body {
  const body: Body = {}
  const rows = rowsByField(posted)
  for (const field of fieldsOf(template)) {
    const given = posted[nameOf(field.key)]
    const asked = posted[markerOf(field.key)] !== undefined
    if (hasRows(field)) {
      if (asked || rows.has(field.key)) body[field.key] = rows.get(field.key) ?? []
    } else if (field.kind === 'choices') {
      if (asked || given !== undefined) body[field.key] = given === undefined ? [] : [given].flat()
    } else if (asked || given !== undefined) body[field.key] = [given ?? ''].flat().at(-1) ?? ''
  }
  return body
}

function rowsByField(posted: Posted): Map<string, Row[]> {
  const found = new Map<string, Map<string, Row>>()
  for (const [name, value] of Object.entries(posted)) {
    const [prefix, field, id, column, ...rest] = name.split('.')
    if (prefix !== 'f' || !field || !column || rest.length || !id || !/^[\w-]{1,40}$/.test(id) || column === 'id')
      continue
    const rows = found.get(field) ?? new Map<string, Row>()
    found.set(field, rows)
    if (!rows.has(id) && rows.size >= MAX_ROWS) continue
    const row: Row = rows.get(id) ?? { id }
    rows.set(id, Object.assign(row, { [column]: [value].flat().at(-1) ?? '' }))
  }
  return new Map([...found].map(([field, rows]) => [field, [...rows.values()]]))
}

export function sheetForm(template: Template, body: Body, options: FormOptions = {}): SheetForm {
  const sections = template.sections.map((section, i) => sectionForm({ section, number: i + 1, body, options }))
  const faults = options.faults ?? []
  const errors = fieldsOf(template).flatMap((field) =>
    faults
      .filter(({ path }) => path.split('/')[0] === field.key)
      .map(({ path, message }) => ({ path, name: nameOf(path), href: `#${idOf(path)}`, message })),
  )
  const { filled, of } = filledCount(template, body)
  return { key: template.key, version: template.version, title: template.title, sections, errors, filled, of }
}

export function filledCount(template: Template, body: Body): { filled: number; of: number } {
  const fields = fieldsOf(template)
  return { filled: fields.filter((field) => !isEmpty(body[field.key])).length, of: fields.length }
}

interface SectionInput {
  section: Section
  number: number
  body: Body
  options: FormOptions
}

function sectionForm({ section, number, body, options }: SectionInput): SectionForm {
  const fields = section.fields.map((field) => fieldForm(field, body, options))
  return {
    key: section.key,
    number,
    title: section.title,
    lead: section.lead ?? '',
    fields,
    firstWords: section.fields.map((field) => wordsOf(field, body)).find((words) => words !== '') ?? '',
    filled: fields.filter((field) => field.filled).length,
    of: fields.length,
    hasError: (options.faults ?? []).some(({ path }) => section.fields.some((f) => f.key === path.split('/')[0])),
  }
}

function fieldForm(field: Field, body: Body, options: FormOptions): FieldForm {
  const rows =
    field.kind === 'table'
      ? tableRows(field, body, options)
      : field.kind === 'matrix'
        ? gridRows(field, body, options)
        : []
  const base = controlForm(
    field,
    field.key,
    options,
    field.kind === 'choices' ? keysIn(body, field.key) : [textIn(body, field.key)],
  )
  return {
    ...base,
    control:
      field.kind === 'table'
        ? 'rows'
        : field.kind === 'matrix'
          ? 'grid'
          : field.kind === 'choice' || field.kind === 'yesno'
            ? 'radio'
            : base.control,
    columns: (field.columns ?? []).map(({ key, label }) => ({ key, label })),
    rows,
    questions: (options.questions ?? []).filter((question) => question.field === field.key),
    cell: options.cells?.[field.key] ?? '',
    marker: markerOf(field.key),
    filled: !isEmpty(body[field.key]),
  }
}

function controlForm(field: Field, path: string, options: FormOptions, values: readonly string[]): ControlForm {
  const [value = ''] = values
  return {
    key: field.key,
    path,
    name: nameOf(path),
    id: idOf(path),
    kind: field.kind,
    control: controlOf(field),
    label: field.label,
    hint: field.hint ?? '',
    needed: field.needed ?? false,
    unit: field.unit ?? '',
    value:
      field.kind === 'choices'
        ? ''
        : field.kind === 'choice' || field.kind === 'yesno'
          ? value
          : shownText(field, value),
    options: optionsOf(field).map((o, i) => ({
      ...o,
      id: i === 0 ? idOf(path) : `${idOf(path)}-${o.key}`,
      checked: values.includes(o.key),
    })),
    maxLength: lengthOf(field),
    inputMode:
      field.kind === 'number'
        ? 'decimal'
        : field.kind === 'email' || field.kind === 'tel'
          ? field.kind
          : field.code
            ? 'numeric'
            : 'text',
    error: (options.faults ?? []).find((fault) => fault.path === path)?.message ?? '',
  }
}

const controlOf = ({ kind }: Field): ControlForm['control'] =>
  kind === 'long'
    ? 'textarea'
    : kind === 'choices'
      ? 'checkboxes'
      : kind === 'choice' || kind === 'yesno'
        ? 'select'
        : 'input'

function tableRows(field: Field, body: Body, options: FormOptions): RowForm[] {
  const kept = rowsIn(body, field.key)
  const spare = Math.max(options.spareRows ?? 1, kept.length ? 0 : 2)
  const blank = Array.from({ length: spare }, (): Row => ({ id: (options.rowId ?? newId)() }))
  return [...kept, ...blank].map((row, i) => rowForm(field, row, options, `${i + 1}行目`))
}

const gridRows = (field: Field, body: Body, options: FormOptions): RowForm[] =>
  (field.rows ?? []).map(({ key, label }) => {
    const row = rowsIn(body, field.key).find((r) => r.id === key) ?? { id: key }
    return rowForm(field, row, options, label)
  })

function rowForm(field: Field, row: Row, options: FormOptions, label: string): RowForm {
  const controls = (field.columns ?? []).map((column) =>
    controlForm(column, `${field.key}/${row.id}/${column.key}`, options, [row[column.key] ?? '']),
  )
  return { id: row.id, label, controls, isEmpty: controls.every((c) => c.value === '') }
}
