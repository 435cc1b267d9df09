import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Question } from '../asked-questions/asked-questions.ts'
import { countsOf } from '../questionnaire-answers/store.ts'
import { linkStateOf } from '../questionnaire-links/questionnaire-links.ts'
import { linksOf } from '../questionnaire-links/store.ts'
import { faultsIn, type Questionnaire, viewOf } from '../questionnaires/questionnaires.ts'
import { questionnaireAt } from '../questionnaires/store.ts'
import { editQuestionnaire } from './actions.ts'
import { headForm, readQuestions, withDeed } from './forms.ts'
import { editPage, placeInRegion } from './pages.ts'
import { questionValues, valuesOf } from './questionnaire-edits.ts'

type RegionCall = Call & Seen['region']

const ADDRESS = '/regions/:regionId/questionnaires/:questionnaireId/questions'

export const questionnaireEditRoutes = {
  [`GET ${ADDRESS}`]: {
    may: 'paper.share',
    run: async (call: RegionCall) => edit(call, await questionnaireAt(call)),
  },
  [`POST ${ADDRESS}`]: { may: 'paper.share', run: save },
} as RouteTable<'region'>

/** Answers belong to the words they were given to: the questions stay as they are once they are out. */
async function lockOf(call: RegionCall, q: Questionnaire): Promise<string | null> {
  const links = await linksOf(call.ctx.db, [q.id])
  const counts = await countsOf(
    call.ctx.db,
    links.map(({ id }) => id),
  )
  if ([...counts.values()].some((n) => n > 0))
    return 'もう答えがあるため、問いは変えられません。この質問票を写して、新しいものを作れます。'
  return links.some((link) => linkStateOf(link, call.ctx.now) === 'open')
    ? '受付中のため、問いは変えられません。受付を終えると直せます。'
    : null
}

interface Shown {
  form?: FormState
  questions?: readonly Question[]
  notice?: { heading: string; text: string }
  status?: number
}

async function edit(call: RegionCall, q: Questionnaire, given: Shown = {}): Promise<Reply> {
  const questions = given.questions ?? q.questions
  const values = { ...valuesOf(q), ...given.form?.values, ...questionValues(questions) }
  const form = { values, errors: given.form?.errors ?? {} }
  const view = {
    place: placeInRegion(viewOf(call), q),
    q,
    form,
    questions,
    locked: await lockOf(call, q),
    notice: given.notice ?? null,
  }
  return page('tools/questionnaire-edits/show', editPage({ ...view, standing: faultsIn(q) }), given.status ?? 200)
}

async function save(call: RegionCall): Promise<Reply> {
  const q = await questionnaireAt(call)
  const locked = await lockOf(call, q)
  const input = readForm(headForm, call.body)
  const posted = locked ? { questions: q.questions, errors: {} } : readQuestions(call.body, q.questions)
  const deed = withDeed(posted.questions, locked ? '' : String([call.body.do ?? ''].flat().at(-1)))
  const errors = { ...input.form.errors, ...posted.errors, ...(deed.fault && { '': deed.fault }) }
  const typed = { form: { values: input.form.values, errors }, questions: posted.questions }
  if (!input.ok || Object.keys(errors).length > 0) return edit(call, q, { ...typed, status: 422 })
  const { version, isPaired, ...head } = input.data
  const change = { ...head, isPaired: locked ? q.isPaired : isPaired, questions: deed.questions, version }
  if (await editQuestionnaire(call.ctx, q, change))
    return redirect(`${paths.questionnaireEdit(call.region.id, q.id)}${anchorOf(call)}`, '保存しました')
  const text = `${q.updatedBy}さんが先に保存しました。下には、あなたが書いたものが残っています。このまま保存すると、あなたの書いたものに置きかわります。`
  return edit(call, q, {
    ...typed,
    questions: deed.questions,
    notice: { heading: 'ほかの人の保存と重なりました', text },
    status: 409,
  })
}

/** Back to the question that was moved. */
const anchorOf = ({ body }: RegionCall): string => {
  const [what = '', key = ''] = String(body.do ?? '').split(':')
  return (what === 'up' || what === 'down' || what === 'back') && /^[0-9a-z]+$/.test(key) ? `#q-${key}` : ''
}
