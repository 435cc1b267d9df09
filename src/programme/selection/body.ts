import { questionsOf } from '../../papers/checks/checks.ts'
import { entryChecks } from '../../papers/checks/entry.ts'
import { filledCount } from '../../papers/sheets/sheets.ts'
import { type Body, fieldOf, keysIn, optionsOf, type Template, textIn } from '../../papers/templates/templates.ts'
import {
  BUREAUS,
  type BureauCode,
  isSmall,
  type Organisation,
  sizeBandOf,
} from '../../people/organisations/organisations.ts'
import { CASE_TYPES, MEMBER_ROLES, type Region } from '../regions/regions.ts'
import type { Candidate } from './selection.ts'

const TEAM = [
  ['manager', '課長級'],
  ['medicalStaff', '医療職'],
  ['healthCenter', '保健所'],
  ['coordinator', '調整役'],
] as const

/** One entry as a column of the comparison; a field the template lacks stays empty. */
export function candidateOf(
  region: Region,
  template: Template,
  body: Body,
  members: readonly Organisation[],
): Candidate {
  const population = populationOf(region, members)
  const scenes = fieldOf(template, 'scenes')
  const labels = new Map((scenes ? optionsOf(scenes) : []).map((o) => [o.key, o.label]))
  return {
    regionId: region.id,
    name: applicantsOf(region),
    note: noteOf(region, members),
    population,
    band: population === null ? null : (sizeBandOf(population)?.label ?? null),
    isSmall: population !== null && isSmall(population),
    bureauCode: region.bureauCode as BureauCode | null,
    bureau: region.bureauCode ? (BUREAUS[region.bureauCode as BureauCode] ?? '—') : '—',
    scenes: keysIn(body, 'scenes').map((key) => labels.get(key) ?? key),
    theme: textIn(body, 'theme'),
    typicalCase: textIn(body, 'typicalCase'),
    team: TEAM.map(([key, label]) => ({ label, has: yesNo(textIn(body, key)) })),
    filled: filledCount(template, body),
    questions: questionsOf(entryChecks, body, { template })
      .filter((q) => q.strength !== 'block')
      .map((q) => q.text),
  }
}

const yesNo = (value: string): boolean | null => (value === 'yes' ? true : value === 'no' ? false : null)

/** The applying towns by name; the prefecture stands in the note below. */
const applicantsOf = (region: Region): string =>
  region.members
    .filter((m) => m.role !== 'cooperating')
    .map((m) => m.name)
    .join('・') || region.name

/** Sum of the applying towns; unknown as soon as one is, and for a prefecture that leads. */
function populationOf(region: Region, members: readonly Organisation[]): number | null {
  if (region.caseType === 'prefecture-led') return null
  const numbers = members.filter((m) => region.applicantIds.includes(m.id)).map((m) => m.population)
  return numbers.length === 0 || numbers.includes(null) ? null : numbers.reduce<number>((sum, n) => sum + (n ?? 0), 0)
}

function noteOf(region: Region, members: readonly Organisation[]): string {
  const prefecture = members.find((m) => m.prefectureName)?.prefectureName ?? ''
  if (region.caseType === 'prefecture-led') {
    return `${CASE_TYPES['prefecture-led']}・${MEMBER_ROLES.cooperating}${region.cooperatingIds.length}`
  }
  return region.applicantIds.length > 1 ? `${prefecture}・${region.applicantIds.length}市町村の共同` : prefecture
}
