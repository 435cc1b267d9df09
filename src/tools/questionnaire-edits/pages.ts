import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Crumb, PageBase } from '../../platform/web/reply.ts'
import type { Choice } from '../../programme/programmes/programmes.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { nameQuestion, QUESTION_KINDS, type Question } from '../asked-questions/asked-questions.ts'
import {
  choicesOf,
  MOST_QUESTIONS,
  PURPOSES,
  type Questionnaire,
  type RegionView,
} from '../questionnaires/questionnaires.ts'

interface QuestionFields {
  number: number
  key: string
  /** Names of its fields begin so. */
  at: string
  kind: Question['kind']
  firstWords: string
  ask: string | null
  errors: boolean
}

export interface QuestionnaireEditPage extends PageBase {
  around: RegionFrame | null
  lead: string
  notice: { heading: string; text: string } | null
  saveTo: string
  backTo: string
  previewTo: string
  locked: string | null
  /** Empty where there is only one. */
  purposes: Choice[]
  kinds: Choice[]
  questions: QuestionFields[]
  out: { key: string; label: string }[]
  standing: string[]
  most: number
  version: number
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/questionnaire-edits/show': QuestionnaireEditPage
  }
}

/** Where the page stands, in a region or in the year. */
export interface EditPlace {
  crumbs: Crumb[]
  around: RegionFrame | null
  saveTo: string
  backTo: string
  previewTo: string
}

export const placeInRegion = ({ actor, region }: RegionView, q: Questionnaire): EditPlace => {
  const home = paths.questionnaire(region.id, q.id)
  return {
    crumbs: regionCrumbs(region, ['質問票', paths.questionnaires(region.id)], [q.title, home], '問いを直す'),
    around: regionFrame(actor, region, 'questionnaires'),
    saveTo: paths.questionnaireEdit(region.id, q.id),
    backTo: home,
    previewTo: paths.questionnairePreview(region.id, q.id),
  }
}

export interface EditView {
  place: EditPlace
  q: Questionnaire
  form: FormState
  /** As they stand in the form. */
  questions: readonly Question[]
  /** Why the questions themselves can't be changed any more. */
  locked: string | null
  standing: string[]
  notice: { heading: string; text: string } | null
}

export function editPage({ place, q, form, questions, ...view }: EditView): QuestionnaireEditPage {
  const asked = questions.filter((question) => !question.isOut)
  return {
    title: '問いを直す',
    ...place,
    lead: q.title,
    notice: view.notice,
    locked: view.locked,
    purposes: q.regionId ? choicesOf(PURPOSES) : [],
    kinds: choicesOf(QUESTION_KINDS),
    questions: asked.map((question, i) => ({
      number: i + 1,
      key: question.key,
      at: `q.${question.key}`,
      kind: question.kind,
      firstWords: question.label || 'まだ言葉がありません',
      ask: nameQuestion(question),
      errors: Object.keys(form.errors).some((name) => name.startsWith(`q.${question.key}.`)),
    })),
    out: questions
      .filter((question) => question.isOut)
      .map(({ key, label }) => ({ key, label: label || '（言葉なし）' })),
    standing: view.standing,
    most: MOST_QUESTIONS,
    version: q.version,
    form,
  }
}
