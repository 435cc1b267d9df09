import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { csvOf } from '../../platform/office/csv.ts'
import { writeTable } from '../../platform/office/office.ts'
import { stampOf, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { causesKind, causesOf, stands } from '../causes/causes.ts'
import { paperAt } from '../papers/store.ts'
import type { GivenAnswers } from '../questionnaire-answers/questionnaire-answers.ts'
import { answersOf } from '../questionnaire-answers/store.ts'
import { percent } from '../questionnaire-counts/questionnaire-counts.ts'
import { isWaiting, textsIn } from '../questionnaire-texts/questionnaire-texts.ts'
import { looksOf } from '../questionnaire-texts/store.ts'
import { viewOf } from '../questionnaires/questionnaires.ts'
import { questionnaireAt } from '../questionnaires/store.ts'
import { backWith } from './actions.ts'
import { evidenceForm } from './forms.ts'
import { resultsPage } from './pages.ts'
import { type Figure, figuresOf, resultsOf } from './questionnaire-results.ts'
import { headingOf, tableOf } from './workbook.ts'

type RegionCall = Call & Seen['region']

const BASE = '/regions/:regionId/questionnaires/:questionnaireId'

export const questionnaireResultRoutes = {
  [`GET ${BASE}/results`]: { may: 'paper.view', run: show },
  [`GET ${BASE}/results.csv`]: { may: 'paper.view', run: csv },
  [`GET ${BASE}/results.xlsx`]: { may: 'paper.view', run: workbook },
  [`POST ${BASE}/evidence`]: { may: 'paper.write', run: back },
} as RouteTable<'region'>

async function counted(call: RegionCall) {
  const q = await questionnaireAt(call)
  const answers = await answersOf(call.ctx.db, q.id)
  const texts = textsIn(q, answers, await looksOf(call.ctx.db, q.id))
  return { q, answers, texts, results: resultsOf(q, { answers, texts }) }
}

/** Their circle may be narrower than the questionnaire's: who does not read them is offered none. */
async function causesFor(call: RegionCall) {
  try {
    return causesOf((await paperAt(call, causesKind)).head.body).filter(stands)
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return []
    throw error
  }
}

async function show(call: RegionCall): Promise<Reply> {
  const { results, texts } = await counted(call)
  const view = viewOf(call)
  const mayBack = may(call.ctx.actor, 'paper.write', call.region) && view.mayShare
  const causes = mayBack ? await causesFor(call) : []
  const waiting = texts.filter(isWaiting).length
  return page('tools/questionnaire-results/show', resultsPage({ ...view, results, waiting, causes, mayBack }))
}

const nameOf = (call: RegionCall, title: string, ending: string): string =>
  `${call.region.name}_${title.replace(/[\\/:*?"<>|\s]/g, '_')}_集計_${stampOf(call.ctx.now).slice(0, 8)}.${ending}`

async function csv(call: RegionCall): Promise<Reply> {
  const { q, results } = await counted(call)
  const bytes = csvOf(tableOf(results))
  return file({ name: nameOf(call, q.title, 'csv'), type: 'text/csv; charset=utf-8', bytes })
}

async function workbook(call: RegionCall): Promise<Reply> {
  const { q, results } = await counted(call)
  const bytes = await writeTable({ sheetName: '集計', heading: headingOf(results), ...tableOf(results) })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return file({ name: nameOf(call, q.title, 'xlsx'), type, bytes })
}

/** 「令和7年11月」 of the first answers of the round. */
function periodOf(answers: readonly GivenAnswers[], figure: Figure): string {
  const days = answers.filter(({ round }) => round === figure.round).map(({ answeredOn }) => answeredOn)
  const first = days.sort()[0]
  return first ? (wareki(first).split('月')[0] ?? '').concat('月') : ''
}

async function back(call: RegionCall): Promise<Reply> {
  const { q, results, answers } = await counted(call)
  const input = readForm(evidenceForm, call.body)
  if (!input.ok) throw new Problem('invalid', Object.values(input.form.errors)[0] ?? '')
  const { cause, side } = input.data
  const figures = figuresOf(results)
  const figure = figures.find(({ key }) => key === input.data.figure)
  const known = (await causesFor(call)).some(({ id }) => id === cause)
  if (!figure || !known) throw notFound()
  const earlier = figures.find(
    ({ round, key }) =>
      round === 'before' && figure.round === 'after' && key === figure.key.replace(' after ', ' before '),
  )
  const before = earlier ? percent(earlier.numerator, earlier.denominator).replace('%', '') : ''
  await backWith(call.ctx, call.region, q, { figure, cause, side, before, period: periodOf(answers, figure) })
  return redirect(paths.cause(call.region.id, cause), 'この数字を、真因の仮説の裏づけに加えました')
}
