import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { wordIn, wordsIn } from '../box-edits/forms.ts'
import { kindNamed } from '../kinds/kinds.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { paperAt } from '../papers/store.ts'
import { takeStock } from './actions.ts'
import { stockedOf } from './model-inventory.ts'
import { stockPage } from './pages.ts'

type Here = Call & Seen['region']

export const modelInventoryRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/logic-model/inventory': { may: 'paper.view', run: (call) => show(call) },
  'POST /regions/:regionId/logic-model/inventory': { may: 'paper.write', run: add },
}

async function bothAt(call: Here) {
  const kind = kindNamed('inventory')
  if (!kind) throw notFound()
  const [at, inventory] = [await paperAt(call, logicModelKind), await paperAt(call, kind)]
  return { kind, at, stocked: stockedOf(inventory.head.body, at.head.body) }
}

async function show(call: Here, form?: FormState): Promise<Reply> {
  const { region } = call
  const { at, stocked } = await bothAt(call)
  const props = stockPage({ regionId: region.id, at, stocked, form: form ?? emptyForm() })
  const crumbs = regionCrumbs(region, ['ロジックモデル', paths.logicModel(region.id)], '棚卸しから足す')
  return page('tools/model-inventory/show', { ...props, crumbs }, form ? 422 : 200)
}

/** The ticked rows, or the one whose button was pressed. */
async function add(call: Here): Promise<Reply> {
  const { kind, at, stocked } = await bothAt(call)
  if (at.closed) throw new Problem('forbidden', at.closed)
  const one = wordIn(call.body, 'one')
  const ids = one ? [one] : wordsIn(call.body, 'row')
  const chosen = stocked.filter(({ row, boxId }) => boxId === null && ids.includes(row.id))
  if (chosen.length === 0) {
    const message = ids.length > 0 ? '選んだ取組は、もう図にあります' : '図に足す取組に印をつけてください'
    return show(call, withError(emptyForm({ ...call.body }), 'row', message))
  }
  const done = await takeStock(call.ctx, call.region, { kind, chosen })
  const to =
    chosen.length === 1 ? paths.logicModelBox(call.region.id, done.id) : paths.logicModelInventory(call.region.id)
  return redirect(to, done.said)
}
