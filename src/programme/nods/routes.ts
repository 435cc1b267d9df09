import { type RouteTable, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { readForm } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { decideApplication } from '../applications/actions.ts'
import { decisionForm } from '../applications/forms.ts'
import { applicationsOf } from '../applications/store.ts'
import type { Programme } from '../programmes/programmes.ts'
import { applicationsPage } from './pages.ts'
import { applicationList } from './workbook.ts'

type InProgramme = Call & { programme: Programme }

/** The secretariat's nod for addresses that cannot be told to be an office's. */
export const applicationRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/applications', 'programme.edit', taken),
  'GET /programmes/:programmeId/applications': { may: 'programme.edit', run: list },
  'POST /programmes/:programmeId/applications/:applicationId': { may: 'programme.edit', run: decide },
}

async function list(call: InProgramme): Promise<Reply> {
  const rows = await applicationsOf(call.ctx.db, call.programme.id)
  return page('programme/nods/list', applicationsPage(call.programme, rows))
}

async function decide(call: InProgramme): Promise<Reply> {
  const { programme, ctx } = call
  const id = call.params.applicationId ?? ''
  const input = readForm(decisionForm, call.body)
  if (!input.ok) {
    const rows = await applicationsOf(ctx.db, programme.id)
    return page('programme/nods/list', applicationsPage(programme, rows, { id, form: input.form }), 422)
  }
  const accepted = input.data.deed === 'accept'
  await decideApplication(ctx, programme, { id, accepted, reason: input.data.reason, origin: call.origin })
  return redirect(
    paths.applications(programme.id),
    accepted ? '認めました。始めるためのリンクを送りました' : '断りました。理由を送りました',
  )
}

async function taken({ ctx, programme }: InProgramme): Promise<NamedList> {
  const rows = await applicationsOf(ctx.db, programme.id)
  return { name: `${programme.name}_エントリーの申し込み`, ...applicationList(rows) }
}
