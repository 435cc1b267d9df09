import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { countsOf } from '../questionnaire-answers/store.ts'
import { type Questionnaire, viewOf } from '../questionnaires/questionnaires.ts'
import { questionnaireAt } from '../questionnaires/store.ts'
import { endLink, openLink, prolongLink } from './actions.ts'
import { linkForm, openForm, unmarked } from './forms.ts'
import { questionnairePage } from './pages.ts'
import type { QuestionnaireLink } from './questionnaire-links.ts'
import { linksOf } from './store.ts'

type RegionCall = Call & Seen['region']

const BASE = '/regions/:regionId/questionnaires/:questionnaireId'

export const questionnaireLinkRoutes = {
  [`GET ${BASE}`]: { may: 'paper.view', run: (call: RegionCall) => show(call) },
  [`POST ${BASE}/links`]: { may: 'paper.share', run: open },
  [`POST ${BASE}/links/:linkId`]: { may: 'paper.share', run: prolong },
  [`POST ${BASE}/links/:linkId/end`]: { may: 'paper.share', run: end },
} as RouteTable<'region'>

async function show(call: RegionCall, typed: { at: string; form: FormState } | null = null): Promise<Reply> {
  const q = await questionnaireAt(call)
  const links = await linksOf(call.ctx.db, [q.id])
  const counts = await countsOf(
    call.ctx.db,
    links.map(({ id }) => id),
  )
  const { origin } = call
  const view = { ...viewOf(call), q, links, counts, origin, now: call.ctx.now, typed }
  return page('tools/questionnaire-links/show', questionnairePage(view), typed ? 422 : 200)
}

const home = ({ region }: RegionCall, q: Questionnaire): string => paths.questionnaire(region.id, q.id)

/** A day that has passed is said at its field, not on a page of its own. */
async function tried(
  call: RegionCall,
  at: string,
  deed: { form: FormState; run(): Promise<unknown> },
): Promise<Reply | null> {
  try {
    await deed.run()
    return null
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return show(call, { at, form: { ...deed.form, errors: { closesOn: error.message } } })
  }
}

async function open(call: RegionCall): Promise<Reply> {
  const q = await questionnaireAt(call)
  const input = readForm(openForm, unmarked(call.body))
  const at = String([call.body.round ?? ''].flat().at(-1))
  if (!input.ok) return show(call, { at, form: input.form })
  const refused = await tried(call, at, { form: input.form, run: () => openLink(call.ctx, q, input.data) })
  return refused ?? redirect(home(call, q), '受付を始めました。宛先を配ってください')
}

async function linkAt(call: RegionCall, q: Questionnaire): Promise<QuestionnaireLink> {
  const link = (await linksOf(call.ctx.db, [q.id])).find(({ id }) => id === call.params.linkId)
  if (!link) throw notFound()
  return link
}

async function prolong(call: RegionCall): Promise<Reply> {
  const q = await questionnaireAt(call)
  const link = await linkAt(call, q)
  const input = readForm(linkForm, unmarked(call.body))
  if (!input.ok) return show(call, { at: link.id, form: input.form })
  const run = () => prolongLink(call.ctx, q, link, input.data)
  return (await tried(call, link.id, { form: input.form, run })) ?? redirect(home(call, q), '締め切りと数を変えました')
}

async function end(call: RegionCall): Promise<Reply> {
  const q = await questionnaireAt(call)
  await endLink(call.ctx, q, await linkAt(call, q))
  return redirect(home(call, q), '受付を終えました。宛先を開いた人には、その旨が出ます')
}
