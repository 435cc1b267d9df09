import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { causesKind, shortly, stands } from '../causes/causes.ts'
import { causeAt } from '../hypotheses/store.ts'
import { recordOpinion, setAside } from './actions.ts'
import { asideForm, heardForm } from './forms.ts'
import { ENDED } from './opinions.ts'
import { heardPage } from './pages.ts'
import { opinionsOf } from './store.ts'

type Here = Call & Seen['region']

const HERE = '聞いた意見を書きとめる'

export const opinionRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/causes/:causeId/opinions': { may: 'paper.write', run: (call) => ask(call) },
  'POST /regions/:regionId/causes/:causeId/opinions': { may: 'paper.write', run: record },
  'POST /regions/:regionId/causes/:causeId/opinions/:opinionId/aside': { may: 'paper.write', run: aside },
}

async function ask(call: Here, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const { at, cause } = await causeAt(call)
  if (at.closed) throw new Problem('forbidden', at.closed)
  if (!stands(cause)) throw new Problem('conflict', ENDED)
  const fresh = emptyForm({ way: 'talk', heardOn: wareki(today(ctx.now)) })
  const props = heardPage(ctx.actor, { region, cause, form: form ?? fresh })
  const crumbs = regionCrumbs(
    region,
    [causesKind.title, paths.causes(region.id)],
    [shortly(cause.text, 20), paths.cause(region.id, cause.id)],
    HERE,
  )
  return page('tools/opinions/write', { ...props, title: HERE, crumbs }, status)
}

async function record(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const { cause } = await causeAt(call)
  const input = readForm(heardForm(today(ctx.now)), call.body)
  if (!input.ok) return ask(call, input.form, 422)
  const said = { ...input.data, heardOn: input.data.heardOn ?? today(ctx.now) }
  await recordOpinion(ctx, region, { cause, said })
  return redirect(paths.cause(region.id, cause.id), '聞いた意見を書きとめました')
}

async function aside(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const { cause } = await causeAt(call)
  const opinion = (await opinionsOf(ctx.db, region.id, cause.id)).find(({ id }) => id === call.params.opinionId)
  if (!opinion) throw notFound()
  const input = readForm(asideForm, call.body)
  if (!input.ok) throw new Problem('invalid', input.form.errors.reason ?? '')
  await setAside(ctx, region, { cause, opinion, reason: input.data.reason })
  return redirect(paths.cause(region.id, cause.id), 'この意見は数えないことにしました。理由といっしょに残ります')
}
