import { dayOf } from '../../platform/time.ts'
import { ENTRY_STATES } from '../submissions/submissions.ts'
import type { EntryLine } from './entry-list.ts'

export interface Table {
  columns: { label: string; width: number }[]
  rows: (string | number | null)[][]
}

export const tableOf = (lines: readonly EntryLine[]): Table => ({
  columns: [
    { label: '番号', width: 8 },
    { label: '地域', width: 30 },
    { label: '種類', width: 12 },
    { label: '状態', width: 20 },
    { label: '提出日', width: 14 },
    { label: '承諾', width: 14 },
    { label: '記入欄', width: 10 },
    { label: '記入あり', width: 10 },
    { label: '問い', width: 8 },
  ],
  rows: lines.map((line) => [
    line.number,
    line.name,
    line.kind,
    ENTRY_STATES[line.state],
    line.submittedAt ? dayOf(line.submittedAt) : '',
    line.consent,
    line.filled?.of ?? null,
    line.filled?.filled ?? null,
    line.questions,
  ]),
})

/** A cell that a spreadsheet would take for a formula is written as words. */
const cell = (value: string | number | null): string => {
  const text =
    value === null ? '' : typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** With a BOM and CRLF, as Excel opens it by a double click. */
export const csvOf = ({ columns, rows }: Table): Buffer => {
  const lines = [columns.map((c) => c.label), ...rows].map((row) => row.map(cell).join(','))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}
