import type { Body } from '../../platform/web/forms.ts'
import { POINTS } from '../scoring/scoring.ts'

export interface GivenCriterion {
  label: string
  description: string
  words: string[]
}

export const ROWS = 6
export const nameOf = (row: number, part: string): string => `criteria.${row}.${part}`

const one = (body: Body, name: string): string => {
  const value = body[name]
  return (Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? '')).trim()
}

/** Rows without a name are left out; at least one must stay. */
export function readCriteria(body: Body): { given: GivenCriterion[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const given: GivenCriterion[] = []
  for (let row = 0; row < ROWS; row += 1) {
    const label = one(body, nameOf(row, 'label'))
    const description = one(body, nameOf(row, 'description'))
    const words = POINTS.map((p) => one(body, nameOf(row, `words${p}`)))
    if (label === '' && description === '' && words.every((w) => w === '')) continue
    if (label === '') errors[nameOf(row, 'label')] = '評価の観点の名前を書いてください'
    else if ([label, description, ...words].some((w) => w.length > 400)) {
      errors[nameOf(row, 'label')] = '観点の名前・説明・言葉は、それぞれ400字以内にしてください'
    } else given.push({ label, description, words })
  }
  if (given.length === 0 && Object.keys(errors).length === 0) {
    errors[nameOf(0, 'label')] = '評価の観点を一つは書いてください'
  }
  return { given, errors }
}
