import { type Found, type Marked, markedText, scan } from '../../papers/privacy/privacy.ts'
import { fieldsFrom } from '../../papers/sheets/forms.ts'
import { type Body, fieldsOf, hasRows, rowsIn, type Template } from '../../papers/templates/templates.ts'
import { journeyTemplate } from '../journey-fields/journey-fields.ts'
import { readMonth } from '../journey-months/journey-months.ts'
import { costOf } from '../journey-pastes/body.ts'

/** What was posted, tidied; 「約12万円」 is a number too. */
export function journeyFrom(posted: Record<string, string | string[]>, now: Body = {}): Body {
  const costs = Object.entries(posted).flatMap(([name, value]): [string, string][] => {
    const cost = /^f\.rows\.[^.]+\.cost$/.test(name) ? costOf(String([value].flat().at(-1) ?? '')) : null
    return cost === null ? [] : [[name, cost]]
  })
  return fieldsFrom(journeyTemplate, { ...posted, ...Object.fromEntries(costs) }, now)
}

/** In the order of time; rows whose time can't be read keep their place behind the row above them. */
export function inTime(body: Body): Body {
  let last = Number.NEGATIVE_INFINITY
  const keyed = rowsIn(body, 'rows').map((row) => {
    last = readMonth(row.at ?? '')?.month ?? last
    return { row, month: last }
  })
  return { ...body, rows: keyed.sort((a, b) => a.month - b.month).map(({ row }) => row) }
}

export interface Hint {
  /** 「経過の行 3行目 気づき」 */
  place: string
  marked: Marked
}

/** Every text of a journey goes through the scanner: words that may tell who it is, where they stand. */
export function hintsOf(body: Body, template: Template = journeyTemplate): Hint[] {
  return fieldsOf(template).flatMap((field) => {
    if (!hasRows(field)) return hint(field.label, body[field.key])
    return rowsIn(body, field.key).flatMap((row, i) =>
      (field.columns ?? []).flatMap((column) => hint(`${i + 1}行目 ${column.label}`, row[column.key])),
    )
  })
}

function hint(place: string, value: unknown): Hint[] {
  if (typeof value !== 'string' || value === '') return []
  const found: readonly Found[] = scan(value)
  return found.length > 0 ? [{ place, marked: markedText(value, found) }] : []
}

/** Rows with a time that can't be read: they stand in the table, not in the picture. */
export const unreadTimes = (body: Body): { id: string; at: string; number: number }[] =>
  rowsIn(body, 'rows').flatMap(({ id, at = '' }, i) => (readMonth(at) ? [] : [{ id, at, number: i + 1 }]))
