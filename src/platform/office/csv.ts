/** A plain list: what a workbook and a CSV file are made of. */
export interface List {
  columns: { label: string; width: number }[]
  rows: (string | number | null)[][]
}

/** A list as people take it along: every row of it, under its own name. */
export interface NamedList extends List {
  /** 「みどり町_約束・宿題・実践」, the file's name; the heading of the workbook too. */
  name: string
}

/** A column of a list and how its value stands in a row: words, a number, a day as YYYY-MM-DD, or nothing. */
export type Column<Row> = [label: string, width: number, value: (row: Row) => string | number | null | undefined]

export const listOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): List => ({
  columns: columns.map(([label, width]) => ({ label, width })),
  rows: rows.map((row) => columns.map(([, , value]) => value(row) ?? null)),
})

/**
 * A cell that a spreadsheet would take for a formula is written as words, also behind a space or in full width. Digits
 * that are words (codes, telephone numbers) stand in quotes, so that a reader who looks keeps their zeros.
 */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text
  const isCode = typeof value === 'string' && /^\d+$/.test(text)
  return isCode || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With a BOM and CRLF, as Excel opens it by a double click. */
export const csvOf = ({ columns, rows }: List): Buffer => {
  const lines = [columns.map(({ label }) => label), ...rows].map((row) => row.map(cell).join(','))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}
