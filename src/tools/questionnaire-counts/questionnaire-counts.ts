import { keysIn, textIn } from '../../papers/templates/templates.ts'
import { optionsIn, type Question } from '../asked-questions/asked-questions.ts'
import { ANSWERERS, type Answerer } from '../professions/professions.ts'
import type { GivenAnswers } from '../questionnaire-answers/questionnaire-answers.ts'
import { type Group, gathered, shielded } from '../small-cells/small-cells.ts'

/** How often each option was chosen, of the `n` people who answered this question. */
export interface Tally {
  n: number
  /** null while so few answered that it would tell on them. */
  counts: { key: string; label: string; n: number }[] | null
}

const chosenIn = (question: Question, { values }: GivenAnswers): string[] =>
  question.kind === 'choices'
    ? keysIn(values, question.key)
    : [textIn(values, question.key)].filter((key) => key !== '')

const whoAnswered = (question: Question, answers: readonly GivenAnswers[]): GivenAnswers[] => {
  const keys = new Set(optionsIn(question).map(({ key }) => key))
  return answers.filter((given) => chosenIn(question, given).some((key) => keys.has(key)))
}

export function tallyOf(question: Question, answers: readonly GivenAnswers[], smallest: number): Tally {
  const own = whoAnswered(question, answers)
  const counts = optionsIn(question).map(({ key, label }) => ({
    ...{ key, label },
    n: own.filter((given) => chosenIn(question, given).includes(key)).length,
  }))
  return { n: own.length, counts: own.length < smallest ? null : counts }
}

/** 「45.8%」 */
export const percent = (n: number, of: number): string => (of > 0 ? `${((n / of) * 100).toFixed(1)}%` : '—')

export interface NumberTally {
  n: number
  mean: string | null
  median: string | null
}

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10)

export function numbersOf(question: Question, answers: readonly GivenAnswers[], smallest: number): NumberTally {
  const numbers = answers
    .map(({ values }) => textIn(values, question.key))
    .filter((text) => /^-?\d+(?:\.\d+)?$/.test(text))
    .map(Number)
    .sort((a, b) => a - b)
  const n = numbers.length
  if (n < smallest) return { n, mean: null, median: null }
  const middle = ((numbers[Math.floor((n - 1) / 2)] ?? 0) + (numbers[Math.floor(n / 2)] ?? 0)) / 2
  return { n, mean: oneDecimal(numbers.reduce((a, b) => a + b, 0) / n), median: oneDecimal(middle) }
}

const WHO_KEYS = Object.keys(ANSWERERS) as Answerer[]

interface Kind {
  label: string
  own: readonly GivenAnswers[]
}

const byProfession = (answers: readonly GivenAnswers[]): Kind[] =>
  WHO_KEYS.map((key) => ({
    label: ANSWERERS[key],
    own: answers.filter((given) => given.profession === key),
  })).filter(({ own }) => own.length > 0)

/** The table's rows, those of few people as one. */
function rowsFor(kinds: readonly Kind[], smallest: number, cellsOf: (own: Kind['own']) => number[]): Group[] {
  const groups = kinds.map(({ label, own }) => ({ label, cells: cellsOf(own) }))
  const { rows, together } = gathered(groups, smallest)
  return [...rows, ...(together ? [together] : [])]
}

/** Who took part: a 職種 of few people stands together with others. */
export const takingPart = (answers: readonly GivenAnswers[], smallest: number): { label: string; n: number }[] =>
  rowsFor(byProfession(answers), smallest, (own) => [own.length]).map(({ label, cells }) => ({
    label,
    n: cells[0] ?? 0,
  }))

interface CrossColumn {
  keys: string[]
  label: string
}

/** A scale stands in three steps: five would leave hardly a number to show. */
function crossColumns(question: Question): CrossColumn[] {
  if (question.kind !== 'scale') return optionsIn(question).map(({ key, label }) => ({ keys: [key], label }))
  const { low, high } = question
  return [
    { keys: ['1', '2'], label: low ? `1・2（${low}）` : '1・2' },
    { keys: ['3'], label: '3' },
    { keys: ['4', '5'], label: high ? `4・5（${high}）` : '4・5' },
  ]
}

export interface Cross {
  columns: CrossColumn[]
  /** null in a cell: hidden. */
  rows: { label: string; n: number; cells: (number | null)[] }[]
}

/** Per 職種, nothing of which tells on a few; null where one row would only repeat the sum. */
export function crossOf(question: Question, answers: readonly GivenAnswers[], smallest: number): Cross | null {
  const own = whoAnswered(question, answers)
  const columns = crossColumns(question)
  const ticked = (some: readonly GivenAnswers[], column: CrossColumn) =>
    some.filter((given) => chosenIn(question, given).some((key) => column.keys.includes(key))).length
  const kinds = byProfession(own)
  const rows = (cellsOf: (some: Kind['own']) => number[]) => rowsFor(kinds, smallest, cellsOf)
  const spread = rows((some) => [some.length])
  if (spread.length < 2 || own.length < smallest) return null
  const shownFor = (groups: readonly Group[]) =>
    shielded(
      groups.map(({ cells }) => cells),
      smallest,
    )
  const shown =
    question.kind === 'choices'
      ? // Each option by itself: ticked or not. Few who did not tick tell as much as few who did.
        columns.map((column) =>
          shownFor(rows((some) => [ticked(some, column), some.length - ticked(some, column)])).map(
            (row) => row[0] ?? null,
          ),
        )
      : turned(shownFor(rows((some) => columns.map((column) => ticked(some, column)))))
  return {
    columns,
    rows: spread.map(({ label, cells }, i) => ({
      ...{ label, n: cells[0] ?? 0 },
      cells: shown.map((column) => column[i] ?? null),
    })),
  }
}

const turned = (rows: (number | null)[][]): (number | null)[][] =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? null))
