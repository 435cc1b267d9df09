import type { Db, Tables } from '../../platform/db/db.ts'
import type { Rows } from '../filled-regions/bundle.ts'
import type { Town } from '../filled-regions/filled-regions.ts'

/** As many values as one statement takes. */
const MOST_VALUES = 30_000

export async function putRows(db: Db, rows: Rows): Promise<void> {
  for (const [table, list] of Object.entries(rows) as [keyof Tables, object[]][]) {
    const most = Math.floor(MOST_VALUES / Math.max(1, Object.keys(list[0] ?? {}).length))
    for (let i = 0; i < list.length; i += most)
      await db
        .insertInto(table)
        .values(list.slice(i, i + most) as never)
        .execute()
  }
}

/** The municipalities the product brings along, by code. */
export async function townsOf(db: Db): Promise<Town[]> {
  const rows = await db
    .selectFrom('organisations as o')
    .innerJoin('organisations as p', (join) =>
      join.onRef('p.prefectureCode', '=', 'o.prefectureCode').on('p.kind', '=', 'prefecture'),
    )
    .select(['o.id', 'o.code', 'o.name', 'o.bureauCode', 'p.id as prefectureId', 'p.name as prefectureName'])
    .where('o.kind', '=', 'municipality')
    .where('o.isInvented', '=', 0)
    .where('o.retiredOn', 'is', null)
    .orderBy('o.code')
    .execute()
  return rows.map((row) => ({ ...row, code: row.code ?? '' }))
}
