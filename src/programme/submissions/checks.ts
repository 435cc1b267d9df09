import { type Facts, type Question, questionsOf } from '../../papers/checks/checks.ts'
import { entryChecks } from '../../papers/checks/entry.ts'
import { faultsOf } from '../../papers/sheets/checks.ts'
import { nameOf } from '../../papers/sheets/forms.ts'
import type { Fault } from '../../papers/sheets/sheets.ts'
import type { Body, Template } from '../../papers/templates/templates.ts'
import type { Region } from '../regions/regions.ts'

/** What stands between a sheet and its submission. */
export interface Findings {
  /** Must be put right in the sheet first. */
  faults: (Fault & { name: string })[]
  /** Must be settled elsewhere: deadline, members. */
  blocks: string[]
  /** Gone past with a reason. */
  warnings: Question[]
  /** Asked, and left if one likes. */
  prompts: Question[]
}

export interface ToCheck {
  template: Template
  body: Body
  region: Pick<Region, 'caseType' | 'cooperatingIds'>
  facts: Facts
  /** Municipalities the sheet names that nobody knows. */
  unknown: readonly Fault[]
  /** Cooperating municipalities the sheet names. */
  cooperating: number
}

/** E1 is not asked here: an entry may be handed in before the consent; only 受付 waits for it. */
export function findingsOf({ template, body, region, facts, unknown, cooperating }: ToCheck): Findings {
  const faults = [...faultsOf(template, body, { toSend: true }), ...unknown]
  const questions = questionsOf(entryChecks, body, { ...facts, template })
  const of = (strength: Question['strength']) => questions.filter((q) => q.strength === strength)
  const alone = region.caseType === 'prefecture-led' && region.cooperatingIds.length + cooperating === 0
  return {
    faults: faults.map((fault) => ({ ...fault, name: nameOf(fault.path) })),
    blocks: [
      ...(Object.keys(body).length === 0
        ? ['エントリーシートがまだ空です。シートを書いて保存してから、提出してください']
        : []),
      ...of('block').map((q) => q.text),
      ...(alone ? ['協力市町村を一つ以上加えてください'] : []),
    ],
    warnings: of('warn'),
    prompts: of('ask'),
  }
}
