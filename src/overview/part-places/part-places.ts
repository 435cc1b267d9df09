import { paths } from '../../paths/paths.ts'
import type { PartKey } from '../../programme/sections/sections.ts'
import { PERSONA_REF } from '../case-papers/bundle.ts'

const SHEETS: Partial<Record<PartKey, string>> = {
  profile: 'profile',
  issuesAtEntry: 'issues',
  policy: 'support_outline',
  lessonsForOthers: 'support_outline',
  deliverables: 'support_outline',
  personaSheet: PERSONA_REF,
  closing: 'closing',
}

/** Where a part of an imported record stands now; what has no tool has its own page. */
export function partPlace(regionId: string, key: PartKey): string {
  const sheet = SHEETS[key]
  if (sheet) return paths.sheet(regionId, sheet)
  if (key === 'hypotheses' || key === 'evidence') return paths.causes(regionId)
  return key === 'logicModel' ? paths.logicModel(regionId) : paths.regionPart(regionId, key)
}
