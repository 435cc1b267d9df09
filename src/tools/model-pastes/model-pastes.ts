import type { Body } from '../../papers/templates/templates.ts'

export interface PasteFault {
  /** Line of the pasted text, from 1; null: the table as a whole. */
  line: number | null
  message: string
  typed: string
}

export interface PastedModel {
  /** The whole new body; as it was where anything is wrong. */
  body: Body
  faults: PasteFault[]
  notes: string[]
}

/** Far more than any report's table; a pasted book is not one. */
export const MOST_LETTERS = 200_000
