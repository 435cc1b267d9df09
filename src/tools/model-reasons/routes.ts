import type { RouteTable, Seen } from '../../access/doors.ts'
import { cleaned } from '../../papers/values/values.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { Problem } from '../../platform/web/problem.ts'
import { type Reply, redirect } from '../../platform/web/reply.ts'
import { REASONS } from '../model-show/model-show.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { savePaper } from '../papers/actions.ts'
import { answersIn, baseIn } from '../papers/forms.ts'
import { paperClash } from '../papers/routes.ts'
import { paperAt } from '../papers/store.ts'

/** 課題仮説欄: three texts in front of the columns. */
export const modelReasonRoutes: RouteTable<'region'> = {
  'POST /regions/:regionId/logic-model/reasons': { may: 'paper.write', run: save },
}

async function save(call: Call & Seen['region']): Promise<Reply> {
  const at = await paperAt(call, logicModelKind)
  if (at.closed) throw new Problem('forbidden', at.closed)
  const typed = Object.fromEntries(
    Object.keys(REASONS)
      .filter((key) => call.body[key] !== undefined)
      .map((key) => [key, cleaned([call.body[key] ?? ''].flat().at(-1) ?? '').trim()]),
  )
  const base = baseIn(call.body)
  const saved = await savePaper(call.ctx, call.region, logicModelKind, {
    ...(base !== undefined && { base }),
    ...answersIn(call.body),
    edit: (body) => ({ ...body, ...typed }),
  })
  const home = paths.logicModel(call.region.id)
  if (saved.kind === 'clash') return paperClash(call, at, { saved, saveTo: paths.logicModelReasons(call.region.id) })
  return redirect(home, '目標・現状・真因の仮説を保存しました')
}
