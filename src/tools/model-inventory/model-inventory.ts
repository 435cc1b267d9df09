import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import type { BoxInput } from '../logic-models/body.ts'
import { type ActivityType, boxRows } from '../logic-models/logic-models.ts'

/** What of the sheet's choices says who does it, and what kind of thing it is. */
const WHO: Record<string, string> = { direct: '市町村', entrusted: '委託先', both: '市町村と委託先' }
const TYPES: Record<string, ActivityType> = { a: 'survey', e: 'consultation', f: 'training', g: 'publicity' }

/** A row of 棚卸し as an activity: what is done already goes on until somebody says otherwise. */
export const activityFrom = ({ text = '', how = '', target = '', item = '' }: Row): BoxInput => ({
  ...{ text, who: WHO[how] ?? '', whom: target, type: TYPES[item] ?? '', status: 'doing' },
})

export interface Stocked {
  row: Row
  /** The box it became; null: not in the model, or its box is gone. */
  boxId: string | null
}

/** Rows with words, in their order. */
export function stockedOf(inventory: Body, model: Body): Stocked[] {
  const standing = new Set(boxRows(model).map(({ id }) => id))
  return rowsIn(inventory, 'items')
    .filter(({ text }) => text)
    .map((row) => ({ row, boxId: row.boxId && standing.has(row.boxId) ? row.boxId : null }))
}
