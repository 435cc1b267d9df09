import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Step } from '../programmes/programmes.ts'
import type { StepTemplate } from '../step-templates/step-templates.ts'

const json = (step: Partial<StepTemplate>) => ({
  ...(step.sheets && { sheetsJson: JSON.stringify(step.sheets) }),
  ...(step.offsets && { offsetsJson: JSON.stringify(step.offsets) }),
  ...(step.guide && { guideJson: JSON.stringify(step.guide) }),
  ...(step.asksReport !== undefined && { asksReport: step.asksReport ? 1 : 0 }),
})

export async function addSteps(db: Db, programmeId: string, steps: readonly StepTemplate[], from = 0): Promise<void> {
  if (steps.length === 0) return
  const rows = steps.map((step, i) => ({
    id: newId(),
    programmeId,
    position: from + i,
    key: step.key,
    label: step.label,
    shortLabel: step.shortLabel,
    kind: step.kind,
    level: step.level,
    sheetsJson: JSON.stringify(step.sheets),
    asksReport: step.asksReport ? 1 : 0,
    offsetsJson: JSON.stringify(step.offsets),
    guideJson: JSON.stringify(step.guide),
  }))
  await db.insertInto('steps').values(rows).execute()
}

export type StepPatch = Partial<
  Pick<Step, 'label' | 'shortLabel' | 'sheets' | 'asksReport' | 'offsets' | 'guide' | 'position'>
>

export async function setStep(db: Db, id: string, patch: StepPatch): Promise<void> {
  const { sheets: _s, offsets: _o, guide: _g, asksReport: _a, ...plain } = patch
  await db
    .updateTable('steps')
    .set({ ...plain, ...json(patch) })
    .where('id', '=', id)
    .execute()
}

export const dropStep = (db: Db, id: string) => db.deleteFrom('steps').where('id', '=', id).execute()

/** Steps that some region has a meeting for: they can no longer go. */
export async function usedStepIds(db: Db, programmeId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('steps')
    .select('id')
    .where('programmeId', '=', programmeId)
    .where((eb) =>
      eb.exists(eb.selectFrom('meetings').select('meetings.id').whereRef('meetings.stepId', '=', 'steps.id')),
    )
    .execute()
  return new Set(rows.map((row) => row.id))
}
