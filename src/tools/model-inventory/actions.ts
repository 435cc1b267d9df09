import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type Done, editModel } from '../box-edits/actions.ts'
import { savePaper } from '../papers/actions.ts'
import type { PaperKind } from '../papers/papers.ts'
import { addStock, type Became, withBoxes } from './body.ts'
import type { Stocked } from './model-inventory.ts'

/** Both papers in one transaction: the model gets the boxes, and the rows of 棚卸し know which. */
export const takeStock = (
  ctx: Ctx,
  region: Region,
  { kind, chosen }: { kind: PaperKind; chosen: readonly Stocked[] },
): Promise<Done> =>
  keep(ctx, async (db) => {
    const within = { ...ctx, db }
    const became: Became = new Map()
    const rows = chosen.map(({ row }) => row)
    const done = await editModel(within, region, { edit: (body) => addStock(body, rows, became) })
    const saved = await savePaper(within, region, kind, {
      edit: (body) => withBoxes(body, became),
      note: 'ロジックモデルに足した',
    })
    if (done.saved.kind === 'clash' || saved.kind === 'clash')
      throw new Problem('conflict', 'ほかの人が書いています。もう一度お試しください')
    return done
  })
