import type { Db } from '../../platform/db/db.ts'
import type { BoardChoice } from './board-choices.ts'

interface BoardChoicesTable extends Omit<BoardChoice, 'isHidden'> {
  regionId: string
  isHidden: number
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    boardChoices: BoardChoicesTable
  }
}

export type Choices = ReadonlyMap<string, BoardChoice>

/** By region, then line: one query. */
export async function choicesOf(db: Db, regionIds: readonly string[]): Promise<Map<string, Map<string, BoardChoice>>> {
  const byRegion = new Map<string, Map<string, BoardChoice>>(regionIds.map((id) => [id, new Map()]))
  if (regionIds.length === 0) return byRegion
  const rows = await db
    .selectFrom('boardChoices')
    .selectAll()
    .where('regionId', 'in', [...regionIds])
    .execute()
  for (const { regionId, isHidden, ...choice } of rows)
    byRegion.get(regionId)?.set(choice.lineId, { ...choice, isHidden: isHidden === 1 })
  return byRegion
}

export const putChoice = (db: Db, regionId: string, { isHidden, ...choice }: BoardChoice) => {
  const row = { ...choice, regionId, isHidden: isHidden ? 1 : 0 }
  return db
    .insertInto('boardChoices')
    .values(row)
    .onConflict((c) => c.columns(['regionId', 'lineId']).doUpdateSet(row))
    .execute()
}
