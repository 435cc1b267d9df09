import { sheetForm } from '../../papers/sheet-forms/sheet-forms.ts'
import type { Fault, SheetForm } from '../../papers/sheets/sheets.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { QuestionnaireLink } from '../questionnaire-links/questionnaire-links.ts'
import { type Questionnaire, sheetOf, titleAt, whoWord } from '../questionnaires/questionnaires.ts'
import { TRAP } from './questionnaire-answers.ts'

export interface AnswersPage extends PageBase {
  from: { term: string; text: string }
  who: string
  readers: string
  q: { lead: string; contact: string }
  until: string
  count: number
  /** Why nothing is taken now, in words. */
  closed: string | null
  /** What somebody wrote stays before their eyes, also where it can't be taken. */
  hasForm: boolean
  sheet: SheetForm
  trap: string
  sendTo: string
  form: FormState
}

export interface ThanksPage extends PageBase {
  thanks: string
  contact: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/questionnaire-answers/show': AnswersPage
    'tools/questionnaire-answers/thanks': ThanksPage
  }
}

export interface AnswersView {
  q: Questionnaire
  link: QuestionnaireLink
  region: string
  closed: string | null
  sendTo: string
  body: Body
  faults: readonly Fault[]
  /** Said above the form: nothing is wrong with any field. */
  above: string | null
}

export function answersPage({ q, link, faults, above, body, ...view }: AnswersView): AnswersPage {
  const sheet = sheetForm(sheetOf(q), body, { faults })
  const errors = Object.fromEntries(sheet.errors.map(({ path, message }) => [path, message]))
  return {
    title: titleAt(q, link.round),
    frame: 'plain',
    from: { term: q.regionId ? 'お願いしている地域' : 'お願いしている会', text: view.region },
    who: whoWord(q),
    readers: q.regionId ? `${view.region}で支援にかかわる人` : '会に参加した人',
    q,
    until: wareki(link.closesOn),
    count: sheet.of,
    closed: view.closed,
    hasForm: view.closed === null || Object.keys(body).length > 0,
    sheet,
    trap: TRAP,
    sendTo: view.sendTo,
    form: { values: {}, errors: above ? { '': above } : errors },
  }
}

export const thanksPage = (q: Questionnaire): ThanksPage => ({
  title: '答えを受けとりました',
  frame: 'plain',
  thanks: q.thanks || 'ありがとうございました。',
  contact: q.contact,
})
