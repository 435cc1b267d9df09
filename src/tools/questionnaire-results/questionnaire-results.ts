import { isCounted, isWords, type Question } from '../asked-questions/asked-questions.ts'
import type { GivenAnswers } from '../questionnaire-answers/questionnaire-answers.ts'
import {
  type Cross,
  crossOf,
  type NumberTally,
  numbersOf,
  percent,
  type Tally,
  takingPart,
  tallyOf,
} from '../questionnaire-counts/questionnaire-counts.ts'
import { type FreeText, shownText } from '../questionnaire-texts/questionnaire-texts.ts'
import { askedIn, type Questionnaire, ROUNDS, type Round, roundsOf } from '../questionnaires/questionnaires.ts'

/** One round of one question; of tallies, numbers and words exactly one is there. */
export interface RoundResult {
  round: Round
  n: number
  tally: Tally | null
  cross: Cross | null
  numbers: NumberTally | null
  words: { text: string; isMasked: boolean }[] | null
}

export interface QuestionResult {
  question: Question
  number: number
  rounds: RoundResult[]
}

export interface Results {
  q: Questionnaire
  taking: { round: Round; n: number; rows: { label: string; n: number }[] }[]
  questions: QuestionResult[]
}

interface Given {
  answers: readonly GivenAnswers[]
  texts: readonly FreeText[]
}

const shownIn = (one: FreeText) => {
  const text = shownText(one)
  return text === null ? [] : [{ text, isMasked: text !== one.text }]
}

/** Before and after are never joined person by person: nobody knows who was who. */
export function resultsOf(q: Questionnaire, { answers, texts }: Given): Results {
  const { smallest } = q
  const of = (round: Round) => answers.filter((given) => given.round === round)
  const rounds = roundsOf(q).filter(
    (round, i, all) => of(round).length > 0 || (i === 0 && all.every((r) => of(r).length === 0)),
  )
  const inRound = (question: Question, round: Round): RoundResult => {
    const own = of(round)
    const tally = isCounted(question) ? tallyOf(question, own, smallest) : null
    const numbers = question.kind === 'number' ? numbersOf(question, own, smallest) : null
    const written = texts.filter((one) => one.question.key === question.key && one.round === round)
    const words = isWords(question) ? written.flatMap(shownIn) : null
    const cross = tally?.counts ? crossOf(question, own, smallest) : null
    return { round, n: tally?.n ?? numbers?.n ?? written.length, tally, cross, numbers, words }
  }
  return {
    q,
    taking: rounds.map((round) => ({ round, n: of(round).length, rows: takingPart(of(round), smallest) })),
    questions: askedIn(q).map((question, i) => ({
      question,
      number: i + 1,
      rounds: rounds.map((round) => inRound(question, round)),
    })),
  }
}

export interface Figure {
  /** `question round option`, as a form names it. */
  key: string
  label: string
  question: Question
  round: Round
  option: string
  numerator: number
  denominator: number
}

/** Every number that may be shown, ready to become evidence. */
export const figuresOf = (results: Results): Figure[] =>
  results.questions.flatMap(({ question, rounds }) =>
    rounds.flatMap(({ round, tally }) =>
      (tally?.counts ?? []).map(({ key, label, n }) => ({
        ...{ key: `${question.key} ${round} ${key}`, question, round, option: label },
        ...{ numerator: n, denominator: tally?.n ?? 0 },
        label: `${round === 'once' ? '' : `${ROUNDS[round]}：`}「${label}」${n}／${tally?.n ?? 0}人（${percent(n, tally?.n ?? 0)}）`,
      })),
    ),
  )
