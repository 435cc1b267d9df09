import type { Body } from '../../platform/web/forms.ts'
import { type Criterion, POINTS } from './scoring.ts'

export interface GivenScore {
  criterionId: string
  points: number
  reason: string
}

const pointsName = (criterionId: string) => `points.${criterionId}`
const reasonName = (criterionId: string) => `reason.${criterionId}`
export const scoreNames = (criterionId: string) => ({
  points: pointsName(criterionId),
  reason: reasonName(criterionId),
})

const one = (body: Body, name: string): string => {
  const value = body[name]
  return (Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? '')).trim()
}

/** Reads a score sheet: criteria left empty are no fault (one goes on later); a point without a reason is. */
export function readScores(
  criteria: readonly Criterion[],
  body: Body,
): { given: GivenScore[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const given: GivenScore[] = []
  for (const { id, label } of criteria) {
    const points = Number(one(body, pointsName(id)))
    const reason = one(body, reasonName(id))
    if (one(body, pointsName(id)) === '' && reason === '') continue
    if (!POINTS.includes(points as 1)) errors[pointsName(id)] = `「${label}」の点を1から5で選んでください`
    else if (reason === '') errors[reasonName(id)] = `「${label}」の点の理由を一言書いてください`
    else if (reason.length > 2000) errors[reasonName(id)] = '理由は2,000字以内にしてください'
    else given.push({ criterionId: id, points, reason })
  }
  if (given.length === 0 && Object.keys(errors).length === 0 && criteria[0]) {
    errors[pointsName(criteria[0].id)] = '点を一つは選んでください'
  }
  return { given, errors }
}
