import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs, STEP_KINDS, type Step } from '../programmes/programmes.ts'
import { STEP_SHEETS } from '../step-templates/step-templates.ts'

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/steps/list': StepListPage
    'programme/steps/edit': StepPage
  }
}

export interface StepListPage {
  form: FormState
  saveTo: string
  kinds: typeof STEP_KINDS
  rows: {
    label: string
    shortLabel: string
    kind: string
    note: string
    href: string
    placeTo: string
    removeTo: string | null
    mayRise: boolean
    mayFall: boolean
  }[]
}

export const stepListPage = (
  programme: Programme,
  steps: readonly Step[],
  used: ReadonlySet<string>,
  form: FormState,
): StepListPage & PageBase => ({
  title: `回と進め方ガイド：${programme.name}`,
  crumbs: programmeCrumbs(programme, { label: '回と進め方ガイド' }),
  form,
  saveTo: paths.programmeSteps(programme.id),
  kinds: STEP_KINDS,
  rows: steps.map((step, i) => ({
    label: step.label,
    shortLabel: step.shortLabel,
    kind: STEP_KINDS[step.kind],
    note: used.has(step.id) ? '記録や予定がある地域があります' : '',
    href: paths.programmeStep(programme.id, step.id),
    placeTo: paths.programmeStepPlace(programme.id, step.id),
    removeTo: used.has(step.id) ? null : paths.programmeStepRemoval(programme.id, step.id),
    mayRise: i > 0,
    mayFall: i < steps.length - 1,
  })),
})

export interface StepPage {
  heading: string
  form: FormState
  saveTo: string
  back: string
  sheets: typeof STEP_SHEETS
}

export const stepValues = (step: Step): FormState =>
  emptyForm({
    label: step.label,
    shortLabel: step.shortLabel,
    asksReport: step.asksReport ? '1' : '',
    reportDays: String(-(step.offsets.report ?? -7)),
    sheets: step.sheets,
    aim: step.guide.aim ?? '',
    timetable: (step.guide.timetable ?? []).join('\n'),
    questions: (step.guide.questions ?? []).join('\n'),
    stumbles: (step.guide.stumbles ?? []).map((row) => `${row.stumble} → ${row.answer}`).join('\n'),
    guideSheets: (step.guide.sheets ?? []).join('\n'),
    next: (step.guide.next ?? []).join('\n'),
  })

export const stepPage = (programme: Programme, step: Step, form: FormState): StepPage & PageBase => ({
  title: `${step.label}：${programme.name}`,
  crumbs: [
    ...programmeCrumbs(programme),
    { label: '回と進め方ガイド', href: paths.programmeSteps(programme.id) },
    { label: step.label },
  ],
  heading: step.label,
  form,
  saveTo: paths.programmeStep(programme.id, step.id),
  back: paths.programmeSteps(programme.id),
  sheets: STEP_SHEETS,
})
