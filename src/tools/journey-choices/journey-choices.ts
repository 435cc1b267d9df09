import type { Counting } from '../journey-counts/journey-counts.ts'
import { TRIGGER } from '../journey-fields/journey-fields.ts'
import { MOST_CASES, type PictureWish } from '../journey-pictures/journey-pictures.ts'
import type { Case } from '../journeys/journeys.ts'

/** Which cases are drawn and on which axis, what is counted: all of it stands in the address. */
export interface Choice {
  cases: Case[]
  axis: PictureWish['axis']
  counting: Counting
  /** More were ticked than one picture shows. */
  isTooMany: boolean
}

export const AXES = { calendar: '年月でそろえる', relative: 'きっかけからの月数でそろえる' } as const
export const nameOf = (part: string): string => `c.${part}`
const USUAL_MONTHS = 12
export const MOST_MONTHS = 120

/** Nothing ticked on purpose is all of them, as far as they fit. */
export function choiceFrom(query: Readonly<Record<string, string | string[]>>, cases: readonly Case[]): Choice {
  const ticked = cases.filter((one) => query[nameOf(one.part)] !== undefined)
  const wanted = ticked.length > 0 ? ticked : cases
  const months = Number(textIn(query, 'months').normalize('NFKC').replace(/か月$/, ''))
  return {
    cases: wanted.slice(0, MOST_CASES),
    axis: textIn(query, 'axis') === 'relative' ? 'relative' : 'calendar',
    counting: {
      word: textIn(query, 'word').trim().slice(0, 40),
      months: Number.isInteger(months) && months > 0 && months <= MOST_MONTHS ? months : USUAL_MONTHS,
    },
    isTooMany: ticked.length > MOST_CASES,
  }
}

const textIn = (query: Readonly<Record<string, string | string[]>>, key: string): string =>
  [query[key] ?? ''].flat().at(-1) ?? ''

/** The same choice as fields of a form, or behind an address. */
export const fieldsOf = ({ cases, axis, counting }: Choice): { name: string; value: string }[] => [
  ...cases.map((one) => ({ name: nameOf(one.part), value: '1' })),
  ...(axis === 'relative' ? [{ name: 'axis', value: axis }] : []),
  ...(counting.word ? [{ name: 'word', value: counting.word }] : []),
  ...(counting.months === USUAL_MONTHS ? [] : [{ name: 'months', value: String(counting.months) }]),
]
export const queryOf = (choice: Choice): string =>
  `?${new URLSearchParams(fieldsOf(choice).map(({ name, value }): [string, string] => [name, value]))}`

/** Cases without the mark begin with their first row when months since are asked for. */
export const withoutMark = ({ cases }: Choice): Case[] =>
  cases.filter((one) => !one.moments.some((m) => m.row.mark === TRIGGER))
