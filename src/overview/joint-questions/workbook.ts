import { type List, listOf } from '../../platform/office/csv.ts'
import type { ShownQuestion } from './joint-questions.ts'

interface Row {
  to: string
  kind: string
  text: string
  from: string
}

/** The questions as their reader reads them: a hidden name stays hidden. */
export const questionList = (questions: readonly ShownQuestion[]): List =>
  listOf<Row>(
    [
      ['だれへ', 20, ({ to }) => to],
      ['種類', 10, ({ kind }) => kind],
      ['言葉', 80, ({ text }) => text],
      ['だれが・いつ', 50, ({ from }) => from],
    ],
    questions.flatMap(({ to, text, from, answers }) => [
      { to, kind: '質問', text, from },
      ...answers.map((answer) => ({ to, kind: '答え', ...answer })),
    ]),
  )
