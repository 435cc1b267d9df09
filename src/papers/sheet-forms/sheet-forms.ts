import { newId } from '../../platform/db/ids.ts'
import { controlForm } from '../controls/controls.ts'
import { idOf, markerOf, nameOf } from '../sheets/forms.ts'
import { isInferred, wordsOf } from '../sheets/paper.ts'
import {
  type FieldForm,
  type FormOptions,
  filledCount,
  type RowForm,
  type SectionForm,
  type SheetForm,
} from '../sheets/sheets.ts'
import {
  type Body,
  type Field,
  type FieldKind,
  fieldsOf,
  isEmpty,
  keysIn,
  keysOf,
  type Row,
  rowsIn,
  type Section,
  type Template,
  textIn,
} from '../templates/templates.ts'

/** A sheet as a form: names, values, faults and questions at their fields. */
export function sheetForm(template: Template, body: Body, options: FormOptions = {}): SheetForm {
  const sections = template.sections.map((section, i) => sectionForm({ section, number: i + 1, body, options }))
  const faults = options.faults ?? []
  const errors = fieldsOf(template).flatMap((field) =>
    faults
      .filter(({ path }) => path.split('/')[0] === field.key)
      .map(({ path, message }) => ({ path, name: nameOf(path), href: `#${idOf(path)}`, message })),
  )
  const { key, version, title } = template
  return { key, version, title, sections, errors, ...filledCount(template, body) }
}

function sectionForm(at: { section: Section; number: number; body: Body; options: FormOptions }): SectionForm {
  const { section, number, body, options } = at
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

/** More of them are easier to find in a list. */
const MOST_RADIOS = 9

/** How a whole field is drawn where it differs from a single control of its kind. */
const AS_FIELD: Partial<Record<FieldKind, FieldForm['control']>> = {
  table: 'rows',
  matrix: 'grid',
  choice: 'radio',
  yesno: 'radio',
}

function rowsOf(field: Field, body: Body, options: FormOptions): RowForm[] {
  if (field.kind === 'table') return tableRows(field, body, options)
  return field.kind === 'matrix' ? gridRows(field, body, options) : []
}

function fieldForm(field: Field, body: Body, options: FormOptions): FieldForm {
  const values = field.kind === 'choices' ? keysIn(body, field.key) : [textIn(body, field.key)]
  const base = controlForm(field, field.key, options, values)
  return {
    ...base,
    control:
      field.kind === 'choice' && base.options.length > MOST_RADIOS ? 'select' : (AS_FIELD[field.kind] ?? base.control),
    columns: (field.columns ?? []).map(({ key, label, hint = '' }) => ({ key, label, hint })),
    rows: rowsOf(field, body, options),
    questions: (options.questions ?? []).filter((question) => question.field === field.key),
    cell: options.cells?.[field.key] ?? '',
    marker: markerOf(field.key),
    filled: !isEmpty(body[field.key]),
  }
}

function tableRows(field: Field, body: Body, options: FormOptions): RowForm[] {
  const kept = rowsIn(body, field.key)
  const spare = Math.max(options.spareRows ?? 1, kept.length ? 0 : 2)
  const blank = Array.from({ length: spare }, (): Row => ({ id: (options.rowId ?? newId)() }))
  return [...kept, ...blank].map((row, i) => rowForm(field, row, options, `${i + 1}行目`))
}

const gridRows = (field: Field, body: Body, options: FormOptions): RowForm[] =>
  (field.rows ?? [])
    .filter((r) => !r.retired)
    .map(({ key, label }) => {
      const row = rowsIn(body, field.key).find((r) => r.id === key) ?? { id: key }
      return rowForm(field, row, options, label)
    })

function rowForm(field: Field, row: Row, options: FormOptions, label: string): RowForm {
  const controls = (field.columns ?? []).map((column) =>
    controlForm(column, `${field.key}/${row.id}/${column.key}`, options, valuesIn(column, row[column.key] ?? '')),
  )
  const isEmpty = (field.columns ?? []).every((column) => !row[column.key])
  return { id: row.id, label, controls, isEmpty, mark: isInferred(row) ? '推定' : '' }
}

const valuesIn = (column: Field, value: string): string[] => (column.kind === 'choices' ? keysOf(value) : [value])
