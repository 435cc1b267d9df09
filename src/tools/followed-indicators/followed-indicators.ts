import type { Body } from '../../papers/templates/templates.ts'
import { inTime, type Measured, numberIn, shownTime } from '../indicator-values/indicator-values.ts'
import { indicatorsOf } from '../logic-models/logic-models.ts'

/** An indicator of the model: where it began, what was measured last, where it shall go. */
export interface Followed {
  id: string
  text: string
  /** 「0%（5件中0件）」, or the first value with its time. */
  before: string
  after: string
  afterWhen: string
  target: string
  count: number
  change: string
}

const firstWords = (own: readonly Measured[]): string => {
  const [first] = own
  return first && own.length > 1 ? `${first.value}（${shownTime(first.measuredOn)}）` : ''
}

function changeOf(before: string, after: string): string {
  if (before === '' || after === '') return '—'
  const [from, to] = [numberIn(before.replace(/（.*$/u, '')), numberIn(after.replace(/（.*$/u, ''))]
  if (from === null || to === null) return before === after ? '変わらなかった' : '数では比べられない'
  if (from === to) return '変わらなかった'
  return to > from ? '増えた' : '減った'
}

export function followedOf(model: Body, values: readonly Measured[]): Followed[] {
  return indicatorsOf(model)
    .filter(({ text }) => text !== '')
    .map(({ id, text, baseline, target }) => {
      const own = inTime(values.filter(({ indicatorId }) => indicatorId === id))
      const last = own.at(-1)
      const before = baseline || firstWords(own)
      const after = last?.value ?? ''
      const afterWhen = last ? shownTime(last.measuredOn) : ''
      return { id, text, before, after, afterWhen, target, count: own.length, change: changeOf(before, after) }
    })
}
