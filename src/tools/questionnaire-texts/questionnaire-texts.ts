import { type Found, maskedText, scan } from '../../papers/privacy/privacy.ts'
import { textIn } from '../../papers/templates/templates.ts'
import { isWords, type Question } from '../asked-questions/asked-questions.ts'
import type { GivenAnswers } from '../questionnaire-answers/questionnaire-answers.ts'
import { askedIn, type Questionnaire, type Round } from '../questionnaires/questionnaires.ts'

/** What a second pair of eyes decided about words that may tell who somebody is. */
export const VERDICTS = { masked: '伏せたまま出す', open: '書かれたとおり出す', out: '出さない' } as const
export type Verdict = keyof typeof VERDICTS

export interface Look {
  answerId: string
  questionKey: string
  verdict: Verdict
  at: string
  byName: string
}

export interface FreeText {
  answerId: string
  question: Question
  round: Round
  text: string
  found: Found[]
  look: Look | null
}

/** Every free text with what the scanner marks in it; never with a 職種: beside the words it would tell who it was. */
export function textsIn(q: Questionnaire, answers: readonly GivenAnswers[], looks: readonly Look[]): FreeText[] {
  const byPlace = new Map(looks.map((look) => [`${look.answerId} ${look.questionKey}`, look]))
  return askedIn(q)
    .filter(isWords)
    .flatMap((question) =>
      answers.flatMap(({ id, round, values }) => {
        const text = textIn(values, question.key)
        if (text === '') return []
        const look = byPlace.get(`${id} ${question.key}`) ?? null
        return [{ answerId: id, question, round, text, found: scan(text), look }]
      }),
    )
}

export const isWaiting = ({ found, look }: FreeText): boolean => found.length > 0 && look === null

/** As it may be shown: marked words masked until somebody looked; null where it was taken out. */
export function shownText({ text, found, look }: FreeText): string | null {
  if (look?.verdict === 'out') return null
  return look?.verdict === 'open' ? text : maskedText(text, found)
}
