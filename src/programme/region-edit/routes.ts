import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { readOnlyReason } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'
import { editRegion } from './actions.ts'
import { regionForm } from './forms.ts'
import { regionEditPage } from './pages.ts'

type RegionCall = Call & Seen['region']

export const regionEditRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/edit': { may: 'region.edit', run: (call) => ask(call) },
  'POST /regions/:regionId/edit': { may: 'region.edit', run: save },
}

async function ask({ ctx, region }: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const reason = readOnlyReason(region)
  if (reason) throw new Problem('forbidden', reason, ['事務局'])
  const props = regionEditPage(ctx.actor, region, form)
  return page(
    'programme/region-edit/show',
    { ...props, title: 'テーマとねらいを直す', crumbs: regionCrumbs(region, 'テーマとねらい') },
    status,
  )
}

async function save(call: RegionCall): Promise<Reply> {
  const input = readForm(regionForm, call.body)
  if (!input.ok) return ask(call, input.form, 422)
  await editRegion(call.ctx, call.region, input.data)
  return redirect(paths.region(call.region.id), 'テーマとねらいを保存しました')
}
