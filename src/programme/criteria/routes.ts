import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { criteriaOf, hasScores } from '../scoring/store.ts'
import { rewordCriteria, SCORED } from './actions.ts'
import { readCriteria } from './forms.ts'
import { criteriaPage, valuesOf } from './pages.ts'

type ProgrammeCall = Call & Seen['programme']

async function show({ ctx, programme }: ProgrammeCall): Promise<Reply> {
  const [criteria, scored] = await Promise.all([criteriaOf(ctx.db, programme.id), hasScores(ctx.db, programme.id)])
  return page('programme/criteria/show', criteriaPage(programme, emptyForm(valuesOf(criteria)), scored ? SCORED : null))
}

async function save({ ctx, programme, body }: ProgrammeCall): Promise<Reply> {
  const { given, errors } = readCriteria(body)
  if (Object.keys(errors).length > 0) {
    return page('programme/criteria/show', criteriaPage(programme, { values: body, errors }, null), 422)
  }
  await rewordCriteria(ctx, programme, given)
  return redirect(paths.selection(programme.id), '評価の観点を保存しました')
}

export const criteriaRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/selection/criteria': { may: 'selection.decide', run: show },
  'POST /programmes/:programmeId/selection/criteria': { may: 'selection.decide', run: save },
}
