import { CIRCLES } from '../../access/circles.ts'
import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { minuteOf } from '../../platform/time.ts'
import { type Consultation, type ConsultationAnswer, isOpen } from './consultations.ts'

interface Said {
  about: Consultation
  answer: ConsultationAnswer | null
}

/** Every question with all that was said to it, one word a row. */
export function consultationList(consultations: readonly Consultation[]): List {
  const rows = consultations.flatMap((about): Said[] => [
    { about, answer: null },
    ...about.answers.map((answer) => ({ about, answer })),
  ])
  const kindOf = ({ answer }: Said) => (answer === null ? '相談' : answer.isReply ? '相談した側の言葉' : '返事')
  const columns: Column<Said>[] = [
    ['日時', 18, ({ about, answer }) => minuteOf(answer?.at ?? about.askedAt)],
    ['種類', 16, kindOf],
    ['言葉', 60, ({ about, answer }) => answer?.text ?? about.question],
    ['だれが', 18, ({ about, answer }) => answer?.byName ?? about.askedBy],
    ['だれに代わって', 18, ({ about, answer }) => (answer ? '' : about.onBehalfOf)],
    ['状態', 14, ({ about, answer }) => (answer ? '' : isOpen(about) ? '返事を待っています' : '返事があります')],
    ['読む人', 14, ({ about }) => CIRCLES[about.circle]],
  ]
  return listOf(columns, rows)
}
