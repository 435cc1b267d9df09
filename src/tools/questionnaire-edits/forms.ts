import { z } from 'zod'
import type { Option } from '../../papers/templates/templates.ts'
import { half } from '../../papers/values/values.ts'
import { newId } from '../../platform/db/ids.ts'
import { type Body, needed, oneOf, text } from '../../platform/web/forms.ts'
import { freshQuestion, QUESTION_KINDS, type Question, type QuestionKind } from '../asked-questions/asked-questions.ts'
import { MOST_QUESTIONS, PURPOSES } from '../questionnaires/questionnaires.ts'

const smallest = text(5).transform((typed, context): number => {
  const n = Number(half(typed))
  if (Number.isInteger(n) && n >= 3 && n <= 20) return n
  context.addIssue({ code: 'custom', message: '伏せる人数は、3から20までの数にしてください' })
  return z.NEVER
})

export const headForm = z.object({
  title: needed('題を書いてください', 100),
  purpose: oneOf(PURPOSES, '何のための質問票かを選んでください'),
  lead: text(1000),
  thanks: text(1000),
  contact: text(200),
  isPaired: text(2).transform((value) => value !== ''),
  smallest,
  version: text(9).transform(Number),
})

const MOST_OPTIONS = 20
const one = (value: string | string[] | undefined): string => String([value ?? ''].flat().at(-1) ?? '')

/** One choice a line; a line that stood there before keeps its key. */
function optionsFrom(typed: string, before: readonly Option[]): Option[] {
  const labels = [...new Set(typed.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  const taken = new Set(before.filter(({ label }) => labels.includes(label)).map(({ key }) => key))
  let n = 0
  const fresh = (): string => {
    do n += 1
    while (taken.has(`o${n}`))
    taken.add(`o${n}`)
    return `o${n}`
  }
  return labels.map((label) => before.find((option) => option.label === label) ?? { key: fresh(), label })
}

const LIMITS: readonly [part: string, words: string, max: number][] = [
  ['label', '問いの言葉', 300],
  ['hint', '添える説明', 300],
  ['unit', '単位', 20],
  ['low', '1の意味', 30],
  ['high', '5の意味', 30],
]

interface Posted {
  questions: Question[]
  errors: Record<string, string>
}

/** The questions as they stand in the form, in its order; what is too long comes back with a sentence. */
export function readQuestions(body: Body, before: readonly Question[]): Posted {
  const errors: Record<string, string> = {}
  const keys = [...new Set([body.key ?? []].flat())].filter((key) => /^[0-9a-z]{1,20}$/.test(key)).slice(0, 60)
  const questions = keys.map((key): Question => {
    const known = before.find((question) => question.key === key)
    const given = (part: string): string => one(body[`q.${key}.${part}`]).replace(/\r\n?/g, '\n').trim()
    for (const [part, words, max] of LIMITS)
      if ([...given(part)].length > max) errors[`q.${key}.${part}`] = `${words}は${max}字以内にしてください`
    const options = optionsFrom(given('options'), known?.options ?? [])
    if (options.length > MOST_OPTIONS) errors[`q.${key}.options`] = `選ぶものは${MOST_OPTIONS}個までにしてください`
    if (options.some(({ label }) => [...label].length > 100))
      errors[`q.${key}.options`] = '選ぶものは、1つ100字以内にしてください'
    const kind = given('kind')
    return freshQuestion(key, {
      kind: (Object.hasOwn(QUESTION_KINDS, kind) ? kind : (known?.kind ?? 'choice')) as QuestionKind,
      ...{ label: given('label'), hint: given('hint'), unit: given('unit'), low: given('low'), high: given('high') },
      ...{ options, needed: given('needed') !== '', isOut: known?.isOut ?? false },
    })
  })
  const out = before.filter((question) => question.isOut && !keys.includes(question.key))
  return { questions: [...questions, ...out], errors }
}

/** What a button of the form asks beside saving: `add`, `up:key`, `down:key`, `out:key`, `back:key`. */
export function withDeed(
  questions: readonly Question[],
  deed: string,
): { questions: Question[]; fault: string | null } {
  const [what = '', key = ''] = deed.split(':')
  const asked = questions.filter((question) => !question.isOut)
  const out = questions.filter((question) => question.isOut)
  const full = asked.length >= MOST_QUESTIONS && (what === 'add' || what === 'back')
  if (full)
    return { questions: [...questions], fault: `問いは${MOST_QUESTIONS}までです。どれかを消してから足してください` }
  const at = asked.findIndex((question) => question.key === key)
  if (what === 'add') asked.push(freshQuestion(newId()))
  if (what === 'up' && at > 0) asked.splice(at - 1, 0, ...asked.splice(at, 1))
  if (what === 'down' && at >= 0) asked.splice(at + 1, 0, ...asked.splice(at, 1))
  const set = (isOut: boolean) => (question: Question) => (question.key === key ? { ...question, isOut } : question)
  if (what === 'out') return { questions: [...asked, ...out].map(set(true)), fault: null }
  if (what === 'back') return { questions: [...asked, ...out].map(set(false)), fault: null }
  return { questions: [...asked, ...out], fault: null }
}
