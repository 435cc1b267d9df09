import type { Circle } from '../../access/circles.ts'

/** A sheet's template is data: sections of fields. Field keys are permanent (checks and carry-over name them). */
export const FIELD_KINDS = {
  short: '短い文',
  long: '長い文',
  number: '数字',
  date: '日付・時期',
  email: 'メールアドレス',
  tel: '電話番号',
  choice: '一つ選ぶ',
  choices: 'いくつか選ぶ',
  yesno: 'はい・いいえ',
  organisation: '団体',
  table: '表（行を増やせる）',
  matrix: '表（行が決まっている）',
} as const
export type FieldKind = keyof typeof FIELD_KINDS

export interface Option {
  key: string
  label: string
  /** Offered no more; where it was chosen it stays readable. */
  retired?: boolean
}

export interface Field {
  key: string
  kind: FieldKind
  label: string
  hint?: string
  /** Asked for when sending; never when saving. */
  needed?: boolean
  unit?: string
  options?: readonly Option[]
  /** Columns of a `table` or `matrix`; a matrix has fixed rows, a table as many as people add. */
  columns?: readonly Field[]
  rows?: readonly Option[]
  /** Characters allowed when sending (drafts take 100,000). */
  maxLength?: number
  /** A `date` that must be a day of the calendar; the others also take 「令和6年度末」. */
  exact?: boolean
  /** A `short` that holds a 全国地方公共団体コード: written in half-width digits, five or six of them. */
  code?: boolean
  /** What to say when a needed field is empty; else made from the label. */
  ask?: string
  /** Options that are rows somebody wrote: of a table of this sheet, or of another one of the region. Filled in by `withRowOptions`. */
  optionsFrom?: { kind?: string; field: string; column: string }
  /** Who writes it where two sides share a sheet; absent: the town. */
  side?: 'prefecture' | 'both'
  /** Where the first words come from: 「エントリーから引きつぐ」. */
  carryFrom?: { kind: string; path: string }
}

export interface Section {
  key: string
  title: string
  lead?: string
  fields: readonly Field[]
}

export interface Template {
  key: string
  version: number
  title: string
  /** Name of the worksheet in the Excel twin. */
  sheetName: string
  /** Who reads it from the start; absent: everybody of the region. */
  circle?: Circle
  /** What it is for, in one sentence, where somebody chooses a sheet. */
  lead?: string
  sections: readonly Section[]
}

/** A row of a table or matrix; `id` is stable for the row's whole life, `choices` in a column are keys joined by a comma. */
export interface Row {
  id: string
  [column: string]: string
}

/**
 * What was written in a sheet, by field key. Everything is text so that nothing typed is ever lost:
 * a number is kept as canonical digits, a date as YYYY-MM-DD, where it could be read, otherwise as typed.
 * `choice` and `yesno` hold an option key, `choices` an array of them, `organisation` an organisation id.
 */
export type Value = string | string[] | Row[]
export type Body = Record<string, Value>

/** The two answers of every `yesno`. */
export const YES_NO: readonly Option[] = [
  { key: 'yes', label: 'はい' },
  { key: 'no', label: 'いいえ' },
]

/** 場面, by the codes that bundles and checks use too. */
export const SCENES: readonly Option[] = [
  { key: 'daily', label: '日常の療養支援' },
  { key: 'discharge', label: '入退院支援' },
  { key: 'emergency', label: '急変時の対応' },
  { key: 'endoflife', label: '看取り' },
  { key: 'dementia', label: '認知症の対応' },
  { key: 'infection', label: '感染症発生時' },
  { key: 'disaster', label: '災害時' },
]

/** Templates never change while the server runs, and a list of entries asks for their fields thousands of times. */
const fieldLists = new WeakMap<Template, readonly Field[]>()
export function fieldsOf(template: Template): readonly Field[] {
  const known = fieldLists.get(template)
  if (known) return known
  const fields = template.sections.flatMap((s) => s.fields)
  fieldLists.set(template, fields)
  return fields
}

export const fieldOf = (template: Template, key: string): Field | undefined =>
  fieldsOf(template).find((field) => field.key === key)

export const optionsOf = (field: Field): readonly Option[] => (field.kind === 'yesno' ? YES_NO : (field.options ?? []))

/** What may be chosen from now on. */
export const offeredIn = (field: Field): readonly Option[] => optionsOf(field).filter((option) => !option.retired)

export const hasRows = (field: Field): boolean => field.kind === 'table' || field.kind === 'matrix'

/** What a body carries besides the sheet (what came with a bundle): never shown, never lost. */
export const HIDDEN = 'rest'

/** Several keys in one cell. */
export const keysOf = (text: string): string[] => text.split(',').filter((key) => key !== '')

/** Text longer than this is asked to be shortened when sending. */
export const lengthOf = ({ maxLength, kind }: Field): number => maxLength ?? (kind === 'long' ? 4_000 : 200)
export const DRAFT_LENGTH = 100_000

export const textIn = (body: Body, key: string): string => {
  const value = body[key]
  return typeof value === 'string' ? value : ''
}
export const keysIn = (body: Body, key: string): string[] => {
  const value = body[key]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
export const rowsIn = (body: Body, key: string): Row[] => {
  const value = body[key]
  return Array.isArray(value) ? value.filter((item): item is Row => typeof item === 'object') : []
}

export const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0)
