/** A plain list: what a workbook and a CSV file are made of. */
export interface List {
  columns: { label: string; width: number }[]
  rows: (string | number | null)[][]
}

/** A cell that a spreadsheet would take for a formula is written as words, also behind a space or in full width. */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With a BOM and CRLF, as Excel opens it by a double click. */
export const csvOf = ({ columns, rows }: List): Buffer => {
  const lines = [columns.map(({ label }) => label), ...rows].map((row) => row.map(cell).join(','))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}
