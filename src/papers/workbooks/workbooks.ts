import type { Fault } from '../sheets/sheets.ts'
import type { Body, Template } from '../templates/templates.ts'

export { cellsOf } from './picture.ts'

/** What a downloaded workbook says about itself, in defined names. `revision` is empty for an empty sheet. */
export interface Defined {
  template: string
  version: string | number
  region: string
  revision: string
}
export const DEFINED_NAMES: Readonly<Record<keyof Defined, string>> = {
  template: 'banso_template',
  version: 'banso_version',
  region: 'banso_region',
  revision: 'banso_revision',
}

export interface ToWrite {
  template: Template
  body: Body
  defined: Defined
  /** Region name, for the top of the sheet. */
  heading: string
}

/** `cell` is 'エントリー!C12'; `typed` is what stands there. */
export interface CellFault extends Fault {
  cell: string
  /** Of the field; else what stands at the left of the cell. */
  label?: string
  typed: string
}

export interface ReadWorkbook {
  body: Body
  faults: CellFault[]
  defined: Partial<Record<keyof Defined, string>>
  /** Sentences about the file as a whole. */
  notes: string[]
  /** Where each field stood in this file, by path. */
  cells: Record<string, string>
}

export const HEADINGS = {
  label: '項目',
  answer: '記入欄',
  hint: '記入のてびき',
  rowId: '行の番号（変えないでください）',
}
/** Ends a cell of a table whose text is longer than Excel takes. */
export const CUT = '……（長いため、続きは画面で）'
export const INFO_SHEET = '様式の情報'
export const TO_CHECK_SHEET = '確認してください'
