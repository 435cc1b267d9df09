import type { RouteTable, Seen } from '../../access/doors.ts'
import { sheetForm } from '../../papers/sheet-forms/sheet-forms.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { countsOf } from '../questionnaire-answers/store.ts'
import { linkStateOf, type QuestionnaireLink } from '../questionnaire-links/questionnaire-links.ts'
import { linksOf } from '../questionnaire-links/store.ts'
import { STARTERS } from '../questionnaire-starters/questionnaire-starters.ts'
import { makeQuestionnaire } from './actions.ts'
import { newForm } from './forms.ts'
import { type Listed, questionnairesPage } from './pages.ts'
import { sheetOf, viewOf } from './questionnaires.ts'
import { questionnaireAt, questionnaireIn, questionnairesOf } from './store.ts'

type RegionCall = Call & Seen['region']

const BASE = '/regions/:regionId/questionnaires'

export const questionnaireRoutes: RouteTable<'region'> = {
  [`GET ${BASE}`]: { may: 'paper.view', run: (call) => list(call) },
  [`POST ${BASE}`]: { may: 'paper.share', run: make },
  [`GET ${BASE}/:questionnaireId/preview`]: { may: 'paper.view', run: preview },
} as RouteTable<'region'>

async function list(call: RegionCall, form?: FormState): Promise<Reply> {
  const { ctx, region } = call
  const all = await questionnairesOf(ctx.db, region.id)
  const links = await linksOf(
    ctx.db,
    all.map(({ id }) => id),
  )
  const counts = await countsOf(
    ctx.db,
    links.map(({ id }) => id),
  )
  const listed = all.map((q): Listed => {
    const own = links.filter((link) => link.questionnaireId === q.id)
    return { q, state: stateOf(own, ctx.now), answers: own.reduce((n, link) => n + (counts.get(link.id) ?? 0), 0) }
  })
  const shown = form ?? emptyForm({ purpose: 'study' })
  return page('tools/questionnaires/list', questionnairesPage(viewOf(call), listed, shown), form ? 422 : 200)
}

function stateOf(links: readonly QuestionnaireLink[], now: Date): Listed['state'] {
  if (links.length === 0) return { shape: 'none', word: '下書き' }
  const isOpen = links.some((link) => linkStateOf(link, now) === 'open')
  return isOpen ? { shape: 'arrange', word: '受付中' } : { shape: 'done', word: '受付終わり' }
}

async function make(call: RegionCall): Promise<Reply> {
  const { ctx, region, programme } = call
  const input = readForm(newForm, call.body)
  if (!input.ok) return list(call, input.form)
  const { title, purpose, from } = input.data
  const earlier = from ? await questionnaireIn(ctx.db, region.id, from) : null
  const start = earlier ?? { ...STARTERS[purpose], id: null, title: '' }
  const { section, telephone } = programme.contact
  const office = [section, telephone].filter(Boolean).join(' ')
  const contact = earlier?.contact || `${region.name}の担当${office && `、または${office}`}`
  const id = await makeQuestionnaire(ctx, region, { title, purpose, contact, from: start })
  return redirect(paths.questionnaireEdit(region.id, id), '質問票を作りました。問いを確かめてください')
}

async function preview(call: RegionCall): Promise<Reply> {
  const q = await questionnaireAt(call)
  const { region, ctx } = call
  const backTo = paths.questionnaire(region.id, q.id)
  const crumbs = regionCrumbs(region, ['質問票', paths.questionnaires(region.id)], [q.title, backTo], '見本')
  const around = regionFrame(ctx.actor, region, 'questionnaires')
  return page('tools/questionnaires/preview', {
    title: q.title,
    crumbs,
    around,
    q,
    sheet: sheetForm(sheetOf(q), {}),
    backTo,
  })
}
