import type { Field, Option } from '../../papers/templates/templates.ts'

export const QUESTION_KINDS = {
  choice: '一つ選ぶ',
  choices: 'いくつでも選ぶ',
  yesno: 'はい・いいえ',
  scale: '5段階',
  number: '数',
  short: '短い文',
  long: '長い文',
} as const
export type QuestionKind = keyof typeof QUESTION_KINDS

export interface Question {
  /** Stays for the question's whole life. */
  key: string
  kind: QuestionKind
  label: string
  hint: string
  needed: boolean
  options: Option[]
  unit: string
  /** What 1 and 5 of a scale mean. */
  low: string
  high: string
  /** Taken out, and kept so that it can be put back. */
  isOut: boolean
}

export const freshQuestion = (key: string, given: Partial<Question> = {}): Question => ({
  ...{ kind: 'choice', label: '', hint: '', needed: false, options: [], unit: '', low: '', high: '', isOut: false },
  ...given,
  key,
})

export const optionsIn = (question: Question): readonly Option[] => {
  if (question.kind === 'yesno')
    return [
      { key: 'yes', label: 'はい' },
      { key: 'no', label: 'いいえ' },
    ]
  if (question.kind !== 'scale') return question.options
  const end: Record<string, string> = { 1: question.low, 5: question.high }
  return ['1', '2', '3', '4', '5'].map((key) => ({ key, label: end[key] ? `${key}（${end[key]}）` : key }))
}

export const isCounted = (question: Question): boolean => !['number', 'short', 'long'].includes(question.kind)
export const isWords = (question: Question): boolean => question.kind === 'short' || question.kind === 'long'

export function fieldOf(question: Question): Field {
  const { key, label, hint, needed, unit, kind } = question
  const shared = { key, label, hint, needed }
  if (kind === 'choice' || kind === 'scale' || kind === 'yesno')
    return { ...shared, kind: 'choice', options: optionsIn(question), ask: `「${label}」の答えを一つ選んでください` }
  if (kind === 'choices')
    return { ...shared, kind, options: question.options, ask: `「${label}」の答えを選んでください` }
  return {
    ...shared,
    ...{ kind, ...(kind === 'number' && { unit }), maxLength: kind === 'long' ? 2000 : 200 },
    ask: `「${label}」の答えを書いてください`,
  }
}

const NAMES = /お?名前|氏名|ご?芳名|フルネーム|本名|電話番号|メールアドレス|連絡先|(?:ご|お)?住所|生年月日/

/** Who someone is can only be told in words of their own: a list of choices may speak of names. */
export const nameQuestion = (question: Question): string | null =>
  isWords(question) && NAMES.test(question.label.normalize('NFKC'))
    ? 'だれの答えかが分かると、本当のことが書きにくくなりませんか。職種だけで足りませんか。'
    : null
