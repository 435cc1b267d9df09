import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { liveMark } from '../../platform/web/live.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { isOffice, type Joint } from '../joint-report/joint-report.ts'
import { jointSeen } from '../joint-report/store.ts'
import { answerJoint, askJoint } from './actions.ts'
import { answerForm, askForm } from './forms.ts'
import {
  answersFor,
  askAgain,
  type JointQuestion,
  readsQuestion,
  shownQuestion,
  tellingWords,
} from './joint-questions.ts'
import { jointQuestionPage, jointQuestionsPage } from './pages.ts'
import { jointQuestionsOf } from './store.ts'
import { questionList } from './workbook.ts'

type InProgramme = Call & Seen['programme']

const AT = '/programmes/:programmeId/joint-report/questions'

export const jointQuestionRoutes = {
  ...tableDoors<'programme'>(AT, 'joint.view', taken),
  [`GET ${AT}`]: { may: 'joint.view', run: (call: InProgramme) => start(call) },
  [`POST ${AT}`]: { may: 'joint.ask', run: ask },
  [`GET ${AT}/:questionId`]: { may: 'joint.view', run: (call: InProgramme) => open(call) },
  [`POST ${AT}/:questionId/answers`]: { may: 'joint.view', run: answer },
} as RouteTable<'programme'>

/** A link from a region's page comes with its name chosen. */
const start = (call: InProgramme) => show(call, { form: emptyForm({ to: call.query.to ?? '' }), status: 200 })

async function show(call: InProgramme, { form, status }: { form: FormState; status: number }): Promise<Reply> {
  const { ctx, programme } = call
  const mark = liveMark()
  const joint = await jointSeen(call)
  const all = await jointQuestionsOf(ctx.db, programme.id)
  const view = { actor: ctx.actor, joint, all, mark, form }
  return page('overview/joint-questions/show', jointQuestionsPage(view), status)
}

/** The words found are carried along: other words are asked about anew. */
const onceMore = (form: FormState, telling: string): FormState =>
  withError({ ...form, values: { ...form.values, sure: telling } }, 'text', askAgain(telling))

async function ask(call: InProgramme): Promise<Reply> {
  const { ctx, programme, origin } = call
  const joint = await jointSeen(call)
  const input = readForm(askForm, call.body)
  if (!input.ok) return show(call, { form: input.form, status: 422 })
  const { to, text, hidden, sure } = input.data
  const region = joint.regions.find(({ id }) => id === to) ?? null
  if (!region && to !== 'all')
    return show(call, { form: withError(input.form, 'to', 'どの地域に聞くかを選んでください'), status: 422 })
  const telling = tellingWords(text)
  if (telling !== '' && telling !== sure) return show(call, { form: onceMore(input.form, telling), status: 422 })
  const id = await askJoint(ctx, joint, { region, text, isHidden: hidden !== '', origin })
  return redirect(`${paths.jointQuestions(programme.id)}#q-${id}`, '質問を送りました')
}

const NOT_ASKED = '答えられるのは、聞かれた地域の市町村と都道府県、事務局です。休止中の地域は、再開してから答えられます'

interface Asked {
  joint: Joint
  question: JointQuestion
  regions: Region[]
}

async function questionAt(call: InProgramme): Promise<Asked> {
  const joint = await jointSeen(call)
  const all = await jointQuestionsOf(call.ctx.db, call.programme.id)
  const question = all.find(({ id }) => id === call.params.questionId)
  if (!question || !readsQuestion(call.ctx.actor, joint, question)) throw notFound()
  const regions = answersFor(call.ctx.actor, joint, question)
  if (regions.length === 0) throw new Problem('forbidden', NOT_ASKED)
  return { joint, question, regions }
}

async function open(call: InProgramme, form?: FormState): Promise<Reply> {
  const { joint, question } = await questionAt(call)
  const view = { actor: call.ctx.actor, joint, question, form: form ?? emptyForm() }
  return page('overview/joint-questions/answer', jointQuestionPage(view), form ? 422 : 200)
}

async function answer(call: InProgramme): Promise<Reply> {
  const { ctx, programme, body } = call
  const { joint, question, regions } = await questionAt(call)
  const input = readForm(answerForm, body)
  if (!input.ok) return open(call, input.form)
  const telling = tellingWords(input.data.text)
  if (telling !== '' && telling !== input.data.sure) return open(call, onceMore(input.form, telling))
  const behalf = regions.find(({ id }) => id === input.data.behalf) ?? null
  await answerJoint(ctx, joint, { question, text: input.data.text, behalf: isOffice(ctx.actor, joint) ? behalf : null })
  return redirect(`${paths.jointQuestions(programme.id)}#q-${question.id}`, '答えを書きました')
}

/** A file goes from hand to hand: no hidden name stands in it, whoever takes it. */
async function taken(call: InProgramme): Promise<NamedList> {
  const joint = await jointSeen(call)
  const all = await jointQuestionsOf(call.ctx.db, call.programme.id)
  const read = all.filter((question) => readsQuestion(call.ctx.actor, joint, question))
  const shown = read.map((question) => shownQuestion(null, joint, question))
  return { name: `${call.programme.name}_${joint.label}の質問と答え`, ...questionList(shown) }
}
