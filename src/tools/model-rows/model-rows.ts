import type { Body } from '../../papers/templates/templates.ts'
import type { CellFault, ColumnKey } from '../model-workbooks/model-workbooks.ts'

export interface Taking {
  body: Body
  faults: CellFault[]
  notes: string[]
}

/** A line of the table: what stands in its cells, and which boxes they stood for when we wrote it. */
export interface Line {
  row: number
  cell(key: ColumnKey): string
  at(key: ColumnKey): string
  ids: { measure: string; direction: string; vision: string }
}

const CONSULT = /[（(]?\s*[※＊*]\s*要相談(?:\s*[：:]\s*([^）)\n]*))?\s*[）)]?/
const AGAIN = /[（(]\s*再(?:掲)?\s*[）)]/

export interface Measure {
  text: string
  isAgain: boolean
  consultWith: string
}
/** 「（再）」 and 「※要相談：…」 are marks, not words of the box. */
export function measureIn(typed: string): Measure {
  const consult = CONSULT.exec(typed)
  const bare = typed.replace(CONSULT, '').replace(AGAIN, '').trim()
  const consultWith = consult ? (consult[1]?.trim() ?? '') || '相談先は未定' : ''
  return { text: bare, isAgain: AGAIN.test(typed), consultWith }
}
