import type { Body, Row, Value } from '../../papers/templates/templates.ts'
import { putText, textOf, type Workbook, type Worksheet } from '../../platform/office/office.ts'
import { RECORD_SHEET } from './model-workbooks.ts'

/** One field of the model: list, row, column, and its text as JSON in pieces that fit a cell. */
type Line = [list: string, id: string, column: string, text: string]

const PIECE = 4_000
/** No letter that a file may not hold, or that Excel reads as an escape of its own (_x000D_). */
const safe = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|_(?=x)/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Each piece is JSON by itself; halves of a letter are escaped and meet again. */
const pieces = (text: string): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / PIECE)) }, (_, i) =>
    safe(text.slice(i * PIECE, (i + 1) * PIECE)),
  )

function linesOf(body: Body): Line[] {
  const line = (list: string, id: string, column: string, text: string) =>
    pieces(text).map((piece): Line => [list, id, column, `:${piece}`])
  return Object.entries(body).flatMap(([key, value]): Line[] => {
    if (typeof value === 'string') return line(key, '', '', value)
    return (value as (string | Row)[]).flatMap((item, i) => {
      if (typeof item === 'string') return line(key, String(i), '-', item)
      const { id, ...columns } = item
      return [[key, safe(id), '', ''], ...Object.entries(columns).flatMap(([c, text]) => line(key, safe(id), c, text))]
    })
  })
}

export function putRecord(book: Workbook, body: Body): void {
  const sheet = book.addWorksheet(RECORD_SHEET, { state: 'veryHidden' })
  for (const [i, line] of linesOf(body).entries())
    for (const [j, text] of line.entries()) putText(sheet.getCell(i + 1, j + 1), text)
}

/** The model as it was written down; null for a file that is not ours, or whose record somebody changed. */
export function recordIn(sheet: Worksheet | undefined): Body | null {
  if (!sheet) return null
  try {
    return bodyFrom(sheet)
  } catch {
    return null
  }
}

function bodyFrom(sheet: Worksheet): Body {
  const fields = new Map<string, { list: string; id: string; column: string; text: string }>()
  sheet.eachRow({ includeEmpty: false }, (row) => {
    const [list = '', id = '', column = '', text = ''] = [1, 2, 3, 4].map((at) => textOf(row.getCell(at)) ?? '')
    const key = [list, id, column].join('\n')
    const known = fields.get(key)
    const piece = text === '' ? '' : (JSON.parse(text.slice(1)) as string)
    if (known) known.text += piece
    else fields.set(key, { list, id, column, text: piece })
  })
  const body: Record<string, Value> = {}
  const rows = new Map<string, Row>()
  for (const { list, id, column, text } of fields.values()) {
    if (id === '') body[list] = text
    else if (column === '-') body[list] = [...((body[list] as string[] | undefined) ?? []), text]
    else if (column === '') {
      const row: Row = { id: JSON.parse(id) as string }
      rows.set(`${list}\n${id}`, row)
      body[list] = [...((body[list] as Row[] | undefined) ?? []), row]
    } else Object.assign(rows.get(`${list}\n${id}`) as Row, { [column]: text })
  }
  return body as Body
}
