import type { List } from '../../platform/office/csv.ts'
import { ROUNDS, type Round, titleAt } from '../questionnaires/questionnaires.ts'
import type { Results } from './questionnaire-results.ts'

const HIDDEN = '伏せました'
const COLUMNS = [
  { label: '番号', width: 8 },
  { label: '問い', width: 40 },
  { label: '回', width: 8 },
  { label: '職種', width: 30 },
  { label: '答え', width: 40 },
  { label: '人数', width: 10 },
  { label: 'n', width: 8 },
]

/** Just what the page shows, one number a line: rows person by person would tell on those few whom the page protects. */
export function tableOf(results: Results): List {
  const roundWord = (round: Round) => (round === 'once' ? '' : ROUNDS[round])
  const taking = results.taking.flatMap(({ round, n, rows }) =>
    rows.map((row) => ['', '職種（お立場）', roundWord(round), row.label, '', row.n, n]),
  )
  const asked = results.questions.flatMap(({ question, number, rounds }) =>
    rounds.flatMap(({ round, n, tally, cross, numbers, words }) => {
      const line = (who: string, answer: string, count: string | number | null, of: number) => [
        ...[number, question.label, roundWord(round), who, answer, count, of],
      ]
      const few = tally && !tally.counts ? [line('全員', '', HIDDEN, n)] : []
      const counted = (tally?.counts ?? []).map((one) => line('全員', one.label, one.n, n))
      const crossed = (cross?.rows ?? []).flatMap((row) =>
        row.cells.map((cell, i) => line(row.label, cross?.columns[i]?.label ?? '', cell ?? HIDDEN, row.n)),
      )
      const measured = numbers
        ? [
            line('全員', '平均', numbers.mean === null ? HIDDEN : Number(numbers.mean), n),
            line('全員', 'まん中の値', numbers.median === null ? HIDDEN : Number(numbers.median), n),
          ]
        : []
      return [...few, ...counted, ...crossed, ...measured, ...(words ?? []).map(({ text }) => line('', text, null, n))]
    }),
  )
  return { columns: COLUMNS, rows: [...taking, ...asked] }
}

export const headingOf = ({ q }: Results): string => `${titleAt(q, 'once')}　集計`
