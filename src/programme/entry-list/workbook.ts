import type { List } from '../../platform/office/csv.ts'
import { dayOf } from '../../platform/time.ts'
import { ENTRY_STATES } from '../submissions/submissions.ts'
import type { EntryLine } from './entry-list.ts'

export const tableOf = (lines: readonly EntryLine[]): List => ({
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
