import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Question } from '../../tools/asked-questions/asked-questions.ts'
import { editQuestionnaire } from '../../tools/questionnaire-edits/actions.ts'
import { headForm, readQuestions, withDeed } from '../../tools/questionnaire-edits/forms.ts'
import { editPage } from '../../tools/questionnaire-edits/pages.ts'
import { questionValues, valuesOf } from '../../tools/questionnaire-edits/questionnaire-edits.ts'
import { linkStateOf } from '../../tools/questionnaire-links/questionnaire-links.ts'
import { lookAt } from '../../tools/questionnaire-texts/actions.ts'
import { lookForm } from '../../tools/questionnaire-texts/forms.ts'
import { textsPage } from '../../tools/questionnaire-texts/pages.ts'
import { faultsIn } from '../../tools/questionnaires/questionnaires.ts'
import { type YearQuestionnaire, yearQuestionnaire } from '../joint-questionnaires/store.ts'
import { type Joint, jointCrumbs } from '../joint-report/joint-report.ts'
import { jointSeen } from '../joint-report/store.ts'

type InProgramme = Call & Seen['programme']

const AT = '/programmes/:programmeId/joint-report/questionnaire'

/** The secretariat words the questions, and looks at free texts before they are shown. */
export const jointQuestionnaireEditRoutes = {
  [`GET ${AT}/questions`]: { may: 'joint.edit', run: (call: InProgramme) => edit(call) },
  [`POST ${AT}/questions`]: { may: 'joint.edit', run: save },
  [`GET ${AT}/texts`]: { may: 'joint.edit', run: texts },
  [`POST ${AT}/texts`]: { may: 'joint.edit', run: look },
} as RouteTable<'programme'>

async function found(call: InProgramme): Promise<{ joint: Joint; year: YearQuestionnaire }> {
  const joint = await jointSeen(call)
  const year = await yearQuestionnaire(call.ctx.db, call.programme)
  if (!year) throw notFound()
  return { joint, year }
}

/** Answers belong to the words they were given to. */
function lockOf({ answers, links }: YearQuestionnaire, now: Date): string | null {
  if (answers > 0) return 'もう答えがあるため、問いは変えられません。'
  const isOpen = links.some((link) => linkStateOf(link, now) === 'open')
  return isOpen ? '受付中のため、問いは変えられません。受付を終えると直せます。' : null
}

interface Shown {
  form?: FormState
  questions?: readonly Question[]
  notice?: { heading: string; text: string }
  status?: number
}

async function edit(call: InProgramme, given: Shown = {}): Promise<Reply> {
  const { ctx, programme } = call
  const { joint, year } = await found(call)
  const { q } = year
  const questions = given.questions ?? q.questions
  const values = { ...valuesOf(q), ...given.form?.values, ...questionValues(questions) }
  const backTo = paths.jointQuestionnaire(programme.id)
  const place = {
    ...{ crumbs: jointCrumbs(joint, 'アンケートの問い'), around: null, backTo, previewTo: backTo },
    saveTo: paths.jointQuestionnaireEdit(programme.id),
  }
  const form = { values, errors: given.form?.errors ?? {} }
  const view = { place, q, form, questions, locked: lockOf(year, ctx.now), notice: given.notice ?? null }
  return page('tools/questionnaire-edits/show', editPage({ ...view, standing: faultsIn(q) }), given.status ?? 200)
}

async function save(call: InProgramme): Promise<Reply> {
  const { ctx, programme, body } = call
  const { year } = await found(call)
  const { q } = year
  const locked = lockOf(year, ctx.now)
  const input = readForm(headForm, body)
  const posted = locked ? { questions: q.questions, errors: {} } : readQuestions(body, q.questions)
  const deed = withDeed(posted.questions, locked ? '' : String([body.do ?? ''].flat().at(-1)))
  const errors = { ...input.form.errors, ...posted.errors, ...(deed.fault && { '': deed.fault }) }
  const typed = { form: { values: input.form.values, errors }, questions: posted.questions }
  if (!input.ok || Object.keys(errors).length > 0) return edit(call, { ...typed, status: 422 })
  const { version, isPaired: _, purpose: __, ...head } = input.data
  if (await editQuestionnaire(ctx, q, { ...head, questions: deed.questions, version }))
    return redirect(paths.jointQuestionnaireEdit(programme.id), '保存しました')
  const text = `${q.updatedBy}さんが先に保存しました。下には、あなたが書いたものが残っています。`
  const notice = { heading: 'ほかの人の保存と重なりました', text }
  return edit(call, { ...typed, questions: deed.questions, notice, status: 409 })
}

async function texts(call: InProgramme): Promise<Reply> {
  const { programme, query } = call
  const { joint, year } = await found(call)
  const place = {
    ...{ crumbs: jointCrumbs(joint, '自由な言葉'), around: null, who: '事務局だけ' },
    here: paths.jointQuestionnaireTexts(programme.id),
    backTo: paths.jointQuestionnaire(programme.id),
  }
  const view = { place, mayShare: true, texts: year.texts, page: Number(query.page) || 1 }
  return page('tools/questionnaire-texts/show', textsPage(view))
}

async function look(call: InProgramme): Promise<Reply> {
  const { year } = await found(call)
  const input = readForm(lookForm, call.body)
  if (!input.ok) throw new Problem('invalid', Object.values(input.form.errors)[0] ?? '')
  const { answerId, questionKey, verdict } = input.data
  const text = year.texts.find((one) => one.answerId === answerId && one.question.key === questionKey)
  if (!text) throw notFound()
  await lookAt(call.ctx, year.q, { text, verdict })
  return redirect(paths.jointQuestionnaireTexts(call.programme.id), '確かめたことを残しました')
}
