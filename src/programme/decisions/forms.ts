import type { Body } from '../../platform/web/forms.ts'
import { type Candidate, pickName, type Warning } from '../selection/selection.ts'

export const reasonName = (regionId: string) => `reason-${regionId}`

const one = (body: Body, name: string): string => {
  const value = body[name]
  return (Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? '')).trim()
}

export interface GivenDecisions {
  decisions: { regionId: string; selected: boolean; reason: string }[]
  warningReason: string
  errors: Record<string, string>
}

/** Every candidate is decided at once, each with a reason; a warning asks for one of its own. */
export function readDecisions(
  candidates: readonly Candidate[],
  warnings: readonly Warning[],
  body: Body,
): GivenDecisions {
  const errors: Record<string, string> = {}
  const warningReason = one(body, 'warningReason')
  if (warnings.length > 0 && warningReason === '') errors.warningReason = 'このまま進める理由を書いてください'
  const decisions = candidates.map((c) => {
    const reason = one(body, reasonName(c.regionId))
    if (reason === '') errors[reasonName(c.regionId)] = `${c.name}の理由を書いてください`
    else if (reason.length > 4000) errors[reasonName(c.regionId)] = '理由は4,000字以内にしてください'
    return { regionId: c.regionId, selected: one(body, pickName(c.regionId)) === '1', reason }
  })
  return { decisions, warningReason: warnings.length > 0 ? warningReason : '', errors }
}
