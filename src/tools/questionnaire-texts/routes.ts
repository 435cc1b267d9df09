import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { answersOf } from '../questionnaire-answers/store.ts'
import { type Questionnaire, viewOf } from '../questionnaires/questionnaires.ts'
import { questionnaireAt } from '../questionnaires/store.ts'
import { lookAt } from './actions.ts'
import { lookForm } from './forms.ts'
import { placeInRegion, textsPage } from './pages.ts'
import { textsIn } from './questionnaire-texts.ts'
import { looksOf } from './store.ts'

type RegionCall = Call & Seen['region']

const ADDRESS = '/regions/:regionId/questionnaires/:questionnaireId/texts'

/** The words as they were written: only for those who answer for what is shown. */
export const questionnaireTextRoutes = {
  [`GET ${ADDRESS}`]: { may: 'paper.share', run: show },
  [`POST ${ADDRESS}`]: { may: 'paper.share', run: look },
} as RouteTable<'region'>

const textsOf = async ({ ctx }: RegionCall, q: Questionnaire) =>
  textsIn(q, await answersOf(ctx.db, q.id), await looksOf(ctx.db, q.id))

async function show(call: RegionCall): Promise<Reply> {
  const q = await questionnaireAt(call)
  const number = Number(call.query.page)
  const { mayShare, ...seen } = viewOf(call)
  const place = placeInRegion({ ...seen, mayShare }, q)
  const view = { place, mayShare, texts: await textsOf(call, q), page: Number.isInteger(number) ? number : 1 }
  return page('tools/questionnaire-texts/show', textsPage(view))
}

async function look(call: RegionCall): Promise<Reply> {
  const q = await questionnaireAt(call)
  const input = readForm(lookForm, call.body)
  if (!input.ok) throw new Problem('invalid', Object.values(input.form.errors)[0] ?? '')
  const { answerId, questionKey, verdict } = input.data
  const text = (await textsOf(call, q)).find((one) => one.answerId === answerId && one.question.key === questionKey)
  if (!text) throw notFound()
  await lookAt(call.ctx, q, { text, verdict })
  return redirect(paths.questionnaireTexts(call.region.id, q.id), '確かめたことを残しました')
}
