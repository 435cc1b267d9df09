import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../sections/sections.ts'
import { pauseRegion, resumeRegion } from './actions.ts'
import { pauseForm, resumeForm } from './forms.ts'
import { pausePage } from './pages.ts'
import { PAUSE_KINDS } from './pauses.ts'
import { pausesOf } from './store.ts'

type RegionCall = Call & Seen['region']

export const pauseRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/pause': { may: 'region.pause', run: (call) => show(call) },
  'POST /regions/:regionId/pause': { may: 'region.pause', run: pause },
  'POST /regions/:regionId/pause/end': { may: 'region.pause', run: resume },
}

async function show(call: RegionCall, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const props = pausePage(ctx.actor, region, { pauses: await pausesOf(ctx.db, region.id), form })
  return page(
    'programme/pauses/show',
    { ...props, title: props.heading, crumbs: regionCrumbs(region, '休止・中止') },
    status,
  )
}

async function pause(call: RegionCall): Promise<Reply> {
  const input = readForm(pauseForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  await pauseRegion(call.ctx, call.region, input.data)
  return redirect(
    paths.region(call.region.id),
    `支援を${PAUSE_KINDS[input.data.kind]}にしました。記録は読むだけになります`,
  )
}

async function resume(call: RegionCall): Promise<Reply> {
  const input = readForm(resumeForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  await resumeRegion(call.ctx, call.region, input.data.reason)
  return redirect(paths.region(call.region.id), '支援を再開しました')
}
