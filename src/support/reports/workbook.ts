import { type List, listOf } from '../../platform/office/csv.ts'
import { minuteOf } from '../../platform/time.ts'
import { type Report, type Sending, saidLines } from './reports.ts'

interface Row {
  sending: Sending
  term: string
  text: string
}

/** 回の前のひとこと, each time it was sent, one line a row. */
export function reportList(reports: readonly Report[], stepLabels: ReadonlyMap<string, string>): List {
  const rows = reports
    .flatMap(({ sendings }) => sendings)
    .flatMap((sending) => saidLines(sending.body).map(({ term, text }): Row => ({ sending, term, text })))
  return listOf<Row>(
    [
      ['回', 20, ({ sending }) => stepLabels.get(sending.stepKey)],
      ['送った日時', 18, ({ sending }) => minuteOf(sending.sentAt)],
      ['言葉の日', 12, ({ sending }) => sending.saidOn],
      ['だれが', 18, ({ sending }) => sending.personName],
      ['だれに代わって', 18, ({ sending }) => sending.onBehalfOf],
      ['問い', 24, ({ term }) => term],
      ['言葉', 70, ({ text }) => text],
    ],
    rows,
  )
}
