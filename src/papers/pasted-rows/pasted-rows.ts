import { parse } from 'csv-parse/sync'
import { tidyText } from '../sheets/body.ts'
import { MAX_ROWS } from '../sheets/forms.ts'
import type { Field, Row } from '../templates/templates.ts'
import { cleaned, folded } from '../values/values.ts'

/** Name of the box a table is pasted into. */
export const pasteName = (key: string): string => `paste.${key}`

/** Cells of a table as Excel copies it: tabs, quoted cells with line ends inside. A lone quote is only a letter. */
function cellsOf(pasted: string): string[][] {
  const text = cleaned(pasted)
  const delimiter = text.includes('\t') || !text.includes(',') ? '\t' : ','
  const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
  const read = (): string[][] => {
    try {
      return parse(text, options) as string[][]
    } catch {
      return text.split('\n').map((line) => line.split(delimiter))
    }
  }
  return read()
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
}

/** Which column each cell is: by the heading where there is one, else in their order. */
function columnsOf(field: Field, first: readonly string[]): { columns: (Field | undefined)[]; isHeading: boolean } {
  const own = field.columns ?? []
  const named = first.map((cell) => own.find((column) => folded(column.label) === folded(cell)))
  const hits = named.filter(Boolean).length
  const isHeading = hits > 0 && hits * 2 >= first.filter((cell) => cell !== '').length
  return { columns: isHeading ? named : [...own], isHeading }
}

export interface Pasted {
  rows: Row[]
  /** What became of it, in one sentence. */
  said: string
}

/** Rows to stand below those that are there; what fits no choice stays as it was pasted, and is asked about. */
export function pastedRows(field: Field, pasted: string, at: { there: number; newId: () => string }): Pasted {
  const lines = cellsOf(pasted)
  const { columns, isHeading } = columnsOf(field, lines[0] ?? [])
  const body = isHeading ? lines.slice(1) : lines
  if (body.length === 0)
    return { rows: [], said: '貼りつけた表に行がありません。Excelで範囲を選んでコピーしてください' }
  const room = Math.max(0, MAX_ROWS - at.there)
  const rows = body.slice(0, room).map((cells): Row => {
    const row: Row = { id: at.newId() }
    for (const [i, cell] of cells.entries()) {
      const column = columns[i]
      const text = column ? tidyText(column, cell) : ''
      if (column && text !== '') row[column.key] = text
    }
    return row
  })
  const left = body.length - rows.length
  const wider = Math.max(...body.map((cells) => cells.length)) - columns.length
  const lost = left > 0 ? `${MAX_ROWS}行までのため、残りの${left}行は足していません。` : ''
  const cut = wider > 0 ? `右の${wider}列は、この表にないため読んでいません。` : ''
  return { rows, said: `${rows.length}行を足しました。${lost}${cut}確かめて「保存する」を押してください` }
}
