import type { Body } from '../../papers/templates/templates.ts'

export const TABLE_SHEET = 'ロジックモデル'
export const READING_SHEET = '箱とつながりと指標'
/** Hidden: every field of the model, so that the file comes back as what it was. */
export const RECORD_SHEET = '記録（変えないでください）'
export const NAMES = { region: 'banso_region', revision: 'banso_revision' } as const

export const COLUMNS = [
  { key: 'no', label: 'No.', width: 7 },
  { key: 'measure', label: '具体的な施策', width: 52 },
  { key: 'indicators', label: '成果指標', width: 40 },
  { key: 'direction', label: '取り組みの方向性', width: 36 },
  { key: 'vision', label: '目指す姿', width: 36 },
] as const
export type ColumnKey = (typeof COLUMNS)[number]['key']
export const ID_LABEL = '箱の番号（変えないでください）'

export const MOST_BOXES = 600

export interface ModelToWrite {
  body: Body
  /** Above the table: whose model this is. */
  heading: string
  region: string
  revision: number
}

/** `cell` is 'ロジックモデル!B12'. */
export interface CellFault {
  cell: string
  message: string
  typed: string
}

export interface ReadModel {
  /** The whole new body. */
  body: Body
  /** Anything here: better not taken before it is put right. */
  faults: CellFault[]
  /** Sentences about what was understood how. */
  notes: string[]
  /** Written by us: the region and the revision it was written from (its base when it is saved). */
  region: string | null
  revision: number | null
}
