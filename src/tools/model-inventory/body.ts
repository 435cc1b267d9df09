import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { addBox, type Edited } from '../logic-models/body.ts'
import { boxesOf } from '../logic-models/logic-models.ts'
import { activityFrom } from './model-inventory.ts'

/** Row id → box id. */
export type Became = Map<string, string>

/** Each row becomes an activity; one whose words stand there already is that box, not a second one. */
export function addStock(body: Body, rows: readonly Row[], became: Became): Edited {
  let next = body
  let added = 0
  for (const row of rows) {
    const known = boxesOf(next).find(({ kind, text }) => kind === 'activity' && text === row.text)
    const put = known ? { body: next, id: known.id } : addBox(next, 'activity', activityFrom(row))
    next = put.body
    added += known ? 0 : 1
    became.set(row.id, put.id)
  }
  const said =
    added > 0
      ? `${added}つのアクティビティを足しました。つなぐ先を選んでください`
      : 'もう図にある取組でした。棚卸しの行に印をつけました'
  return { body: next, id: [...became.values()][0] ?? '', said }
}

export const withBoxes = (inventory: Body, became: Became): Body => ({
  ...inventory,
  items: rowsIn(inventory, 'items').map((row) => {
    const boxId = became.get(row.id)
    return boxId ? { ...row, boxId } : row
  }),
})
