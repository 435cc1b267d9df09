import type { FieldKind, Option } from '../templates/templates.ts'
import { type Body, fieldsOf, isEmpty, type Template } from '../templates/templates.ts'

/** One thing that stands in the way. `path` goes by keys and row ids: `consentOn`, `members/r1/code`. */
export interface Fault {
  path: string
  message: string
}

/** A question beside a field, from the checks. */
export interface Asked {
  id: string
  strength: 'block' | 'warn' | 'ask'
  field: string
  text: string
  /** What can be done about it besides writing. */
  links?: { label: string; href: string }[]
}

export interface FormOptions {
  faults?: readonly Fault[]
  questions?: readonly Asked[]
  /** Where the field stands in the Excel twin, by path: 'エントリー!C12'. */
  cells?: Readonly<Record<string, string>>
  /** What a form posted: shown instead of the tidied value where it can't be read. Ids for empty rows that people may fill. */
  rowId?: () => string
  /** Empty rows offered at the end of a table. */
  spareRows?: number
}

export interface ChoiceForm extends Option {
  /** For `<label for>`. */
  id: string
  checked: boolean
}

export interface ControlForm {
  key: string
  path: string
  name: string
  /** Of the element; a fault links to it. */
  id: string
  kind: FieldKind
  control: 'input' | 'textarea' | 'radio' | 'checkboxes' | 'select'
  label: string
  hint: string
  needed: boolean
  unit: string
  value: string
  options: ChoiceForm[]
  maxLength: number
  inputMode: 'text' | 'decimal' | 'email' | 'tel' | 'numeric'
  error: string
}

export interface RowForm {
  id: string
  /** 「1行目」 or the name of a matrix row. */
  label: string
  controls: ControlForm[]
  isEmpty: boolean
  /** 「推定」: concluded, not read, by whoever recorded it. */
  mark: string
}

export interface FieldForm extends Omit<ControlForm, 'control'> {
  control: ControlForm['control'] | 'rows' | 'grid'
  columns: { key: string; label: string; hint: string }[]
  rows: RowForm[]
  questions: Asked[]
  /** 'エントリー!C12', or empty. */
  cell: string
  /** Name of a hidden field that tells "nothing ticked" and "no rows" from "not asked". */
  marker: string
  filled: boolean
}

export interface SectionForm {
  key: string
  number: number
  title: string
  lead: string
  fields: FieldForm[]
  /** First words of the section, for its folded line. */
  firstWords: string
  filled: number
  of: number
  hasError: boolean
}

export interface SheetForm {
  key: string
  version: number
  title: string
  sections: SectionForm[]
  /** In the order of the sheet; `href` is '#id'. */
  errors: { path: string; name: string; href: string; message: string }[]
  filled: number
  of: number
}

export interface PrintedField {
  key: string
  label: string
  kind: FieldKind
  /** Empty = nothing written; the sheet prints 「—」. */
  text: string
  columns: string[]
  rows: { label: string; cells: string[] }[]
}

export interface PrintedSection {
  key: string
  number: number
  title: string
  fields: PrintedField[]
}

export function filledCount(template: Template, body: Body): { filled: number; of: number } {
  const fields = fieldsOf(template)
  return { filled: fields.filter((field) => !isEmpty(body[field.key])).length, of: fields.length }
}
