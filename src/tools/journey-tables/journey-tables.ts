import { shownText } from '../../papers/sheets/paper.ts'
import { fieldOf, type Row } from '../../papers/templates/templates.ts'
import { journeyTemplate, TRIGGER } from '../journey-fields/journey-fields.ts'
import { timeWords } from '../journey-months/journey-months.ts'
import type { Case } from '../journeys/journeys.ts'

const COLUMNS = fieldOf(journeyTemplate, 'rows')?.columns ?? []
const SHOWN = ['at', 'event', 'careLevel', 'who', 'cost', 'insight']
export const TABLE_HEADS = COLUMNS.filter(({ key }) => SHOWN.includes(key)).map(({ label }) => label)

/** The picture's twin: everything that is drawn, and what could not be. */
export interface CaseTable {
  part: string
  label: string
  title: string
  who: string
  heads: string[]
  rows: { number: string; cells: string[]; isTrigger: boolean }[]
}

export const tableOf = (one: Case): CaseTable => ({
  ...{ part: one.part, label: one.label, title: one.title, who: one.who },
  heads: TABLE_HEADS,
  rows: [
    ...one.moments.map(({ number, row }) => shownRow(row, String(number))),
    ...one.undated.map((row) => shownRow(row, '—')),
  ],
})

function shownRow(row: Row, number: string): CaseTable['rows'][number] {
  const cells = COLUMNS.filter(({ key }) => SHOWN.includes(key)).map((column) => {
    const typed = row[column.key] ?? ''
    if (column.key === 'at') return timeWords(typed)
    const text = shownText(column, typed)
    return column.key === 'cost' && /^[\d,.]+$/.test(text) ? `${text}円` : text
  })
  return { number, cells, isTrigger: row.mark === TRIGGER }
}
