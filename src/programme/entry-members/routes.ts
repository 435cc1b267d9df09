import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Organisation } from '../../people/organisations/organisations.ts'
import { organisationOf } from '../../people/organisations/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { CLOSED, mayStillChange } from '../entries/entries.ts'
import { reopenedUntil } from '../entries/store.ts'
import { addToEntry, removeFromEntry } from './actions.ts'
import { roleFor, whyNot } from './entry-members.ts'
import { memberForm } from './forms.ts'
import { entryMembersPage } from './pages.ts'
import { municipalitiesNamed } from './store.ts'

type RegionCall = Call & Seen['region']

export const entryMemberRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/members-of-entry': { may: 'entry.write', run: (call) => show(call, emptyForm()) },
  'POST /regions/:regionId/members-of-entry': { may: 'entry.write', run: add },
  'POST /regions/:regionId/members-of-entry/:memberId/removal': { may: 'entry.write', run: remove },
}

async function closedFor(call: RegionCall): Promise<string | null> {
  const until = await reopenedUntil(call.ctx.db, call.region.id)
  return mayStillChange(call.region, call.programme, call.ctx.now, until) ? null : CLOSED
}

async function show(
  call: RegionCall,
  form: FormState,
  found: readonly Organisation[] = [],
  status = 200,
): Promise<Reply> {
  const view = { region: call.region, form, found, closed: await closedFor(call) }
  return page('programme/entry-members/show', entryMembersPage(view), status)
}

async function add(call: RegionCall): Promise<Reply> {
  const closed = await closedFor(call)
  if (closed) throw new Problem('conflict', closed)
  const input = readForm(memberForm, call.body)
  if (!input.ok) return show(call, input.form, [], 422)
  const { region, ctx } = call
  const home = await organisationOf(ctx.db, region.applicantIds[0] ?? '')
  const named = await municipalitiesNamed(ctx.db, input.data.organisation, home?.prefectureCode)
  const picked = named.filter((o) => o.id === input.data.organisationId)
  const found = picked.length > 0 ? picked : named
  const [organisation, second] = found
  if (!organisation || !home)
    return show(call, withError(input.form, 'organisation', 'その名前の市町村が見つかりません'), [], 422)
  if (second)
    return show(
      call,
      withError(input.form, 'organisationId', '当てはまるものが複数あります。一つ選んでください'),
      found,
      422,
    )
  const fault = whyNot(region, home, organisation)
  if (fault) return show(call, withError(input.form, 'organisation', fault), [], 422)
  await addToEntry(ctx, region, { organisation, role: roleFor(region) })
  return redirect(paths.entryMembers(region.id), `${organisation.name}を加えました`)
}

async function remove(call: RegionCall): Promise<Reply> {
  const closed = await closedFor(call)
  if (closed) throw new Problem('conflict', closed)
  await removeFromEntry(call.ctx, call.region, call.params.memberId ?? '')
  return redirect(paths.entryMembers(call.region.id), '外しました')
}
