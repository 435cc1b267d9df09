import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Choice } from '../../programme/programmes/programmes.ts'
import { isOffice, type Joint, jointCrumbs, whenWords } from '../joint-report/joint-report.ts'
import {
  answersFor,
  HIDE_HINT,
  HIDE_LABEL,
  type JointQuestion,
  questionReaders,
  type ShownQuestion,
  shownQuestion,
  shownQuestions,
} from './joint-questions.ts'

export interface QuestionsPart {
  questions: ShownQuestion[]
}

/** One question by itself, to be answered: nothing moves under the hands of who writes. */
export interface JointQuestionPage extends PageBase {
  heading: string
  question: ShownQuestion
  answerTo: string
  /** Whom the secretariat answers for. */
  behalf: Choice[]
  readers: string
  backHref: string
  form: FormState
}

export interface JointQuestionsPage extends PageBase, QuestionsPart {
  heading: string
  when: string
  note: string | null
  live: { events: string; part: string; mark: string }
  /** Null for those who read along. */
  askTo: string | null
  to: Choice[]
  hideLabel: string
  hideHint: string
  readers: string
  screenHref: string
  backHref: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/joint-questions/show': JointQuestionsPage
    'overview/joint-questions/list': QuestionsPart
    'overview/joint-questions/answer': JointQuestionPage
  }
}

interface View {
  actor: Actor
  joint: Joint
  all: readonly JointQuestion[]
  mark: string
  form: FormState
}

export const liveOf = (programmeId: string, mark: string) => ({
  events: paths.jointLiveEvents(programmeId),
  part: paths.jointLivePart(programmeId, ''),
  mark,
})

export function jointQuestionsPage({ actor, joint, all, mark, form }: View): JointQuestionsPage {
  const { programme, label } = joint
  const note = joint.isOpen
    ? null
    : `${label}の日までは、自分の質問と、自分の地域あてと、すべての地域あての質問だけが見えます。`
  return {
    title: `${label}の質問`,
    crumbs: jointCrumbs(joint, '質問'),
    heading: `${label}の質問`,
    when: whenWords(joint),
    note,
    live: liveOf(programme.id, mark),
    questions: shownQuestions(actor, joint, all),
    askTo: may(actor, 'joint.ask', programme) ? paths.jointQuestions(programme.id) : null,
    to: [
      { value: 'all', label: 'すべての地域へ' },
      ...joint.regions.map(({ id, name }) => ({ value: id, label: `${name}へ` })),
    ],
    hideLabel: HIDE_LABEL,
    hideHint: HIDE_HINT,
    readers: questionReaders(joint),
    screenHref: paths.jointLive(programme.id),
    backHref: paths.jointReport(programme.id),
    form,
  }
}

export function jointQuestionPage({
  actor,
  joint,
  question,
  form,
}: {
  actor: Actor
  joint: Joint
  question: JointQuestion
  form: FormState
}): JointQuestionPage {
  const { programme } = joint
  const own = isOffice(actor, joint) ? answersFor(actor, joint, question) : []
  const backHref = `${paths.jointQuestions(programme.id)}#q-${question.id}`
  return {
    title: '質問に答える',
    crumbs: jointCrumbs(joint, '質問に答える'),
    heading: '質問に答える',
    question: { ...shownQuestion(actor, joint, question), answerHref: null },
    answerTo: paths.jointAnswers(programme.id, question.id),
    behalf: own.map(({ id, name }) => ({ value: id, label: `${name}に代わって` })),
    readers: questionReaders(joint),
    backHref,
    form,
  }
}
