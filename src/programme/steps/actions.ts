import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Programme, Step, StepGuide, StepKind } from '../programmes/programmes.ts'
import { stepsOf } from '../programmes/store.ts'
import type { StepGiven } from './forms.ts'
import { addSteps, dropStep, setStep, usedStepIds } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    step_added: { label: string }
    /** `before` keeps the guide as it was: earlier wordings are not lost. */
    step_changed: { label: string; before: StepGuide }
    step_moved: { label: string }
    step_removed: { label: string; before: StepGuide }
  }
}

export const stepHappenings = {
  step_added: (h) => `${h.actorName}さんが回「${h.details.label}」を足しました`,
  step_changed: (h) => `${h.actorName}さんが「${h.details.label}」の名前やガイドを直しました`,
  step_moved: (h) => `${h.actorName}さんが「${h.details.label}」の順番を変えました`,
  step_removed: (h) => `${h.actorName}さんが回「${h.details.label}」を外しました`,
} satisfies Sentences<'step_added' | 'step_changed' | 'step_moved' | 'step_removed'>

const PROGRAMME_LEVEL: readonly StepKind[] = ['wg-meeting', 'committee', 'team-orientation']

export const addStep = (ctx: Ctx, programme: Programme, given: { label: string; kind: StepKind }): Promise<void> =>
  change(ctx, async (db, log) => {
    const steps = await stepsOf(db, [programme.id])
    if (steps.length >= 60) throw new Problem('invalid', '回は60までです')
    const level = PROGRAMME_LEVEL.includes(given.kind) ? 'programme' : 'region'
    const fresh = { sheets: [], asksReport: false, offsets: {}, guide: {} }
    const shortLabel = [...given.label].slice(0, 6).join('')
    const last = Math.max(-1, ...steps.map((step) => step.position))
    await addSteps(
      db,
      programme.id,
      [{ ...given, ...fresh, level, shortLabel, key: `extra-${newId().slice(-6)}` }],
      last + 1,
    )
    await log({ kind: 'step_added', programmeId: programme.id, details: { label: given.label } })
  })

export const saveStep = (ctx: Ctx, step: Step, given: StepGiven): Promise<void> =>
  change(ctx, async (db, log) => {
    const { reportDays, ...rest } = given
    await setStep(db, step.id, { ...rest, offsets: { ...step.offsets, report: -reportDays } })
    const details = { label: given.label, before: step.guide }
    await log({ kind: 'step_changed', programmeId: step.programmeId, details })
  })

export const moveStep = (ctx: Ctx, step: Step, up: boolean): Promise<void> =>
  change(ctx, async (db, log) => {
    const steps = await stepsOf(db, [step.programmeId])
    const at = steps.findIndex((other) => other.id === step.id)
    const other = steps[up ? at - 1 : at + 1]
    if (!other) return
    await setStep(db, step.id, { position: other.position })
    await setStep(db, other.id, { position: step.position })
    await log({ kind: 'step_moved', programmeId: step.programmeId, details: { label: step.label } })
  })

export const removeStep = (ctx: Ctx, step: Step): Promise<void> =>
  change(ctx, async (db, log) => {
    const used = await usedStepIds(db, step.programmeId)
    if (used.has(step.id))
      throw new Problem('conflict', `「${step.label}」には記録や予定がある地域があるため、外せません`)
    await dropStep(db, step.id)
    await log({
      kind: 'step_removed',
      programmeId: step.programmeId,
      details: { label: step.label, before: step.guide },
    })
  })
