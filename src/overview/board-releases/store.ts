import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Board } from '../boards/boards.ts'
import type { BoardRelease, ReleaseCircle, ReleasedBoard } from './board-releases.ts'

interface BoardReleasesTable {
  id: string
  regionId: string
  circle: string
  number: number
  boardJson: string | null
  linesJson: string
  byName: string
  at: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    boardReleases: BoardReleasesTable
  }
}

const releaseFrom = ({ boardJson, linesJson, ...row }: BoardReleasesTable): BoardRelease => ({
  ...row,
  circle: row.circle as ReleaseCircle,
  board: boardJson === null ? null : (JSON.parse(boardJson) as Board),
  lineIds: JSON.parse(linesJson) as string[],
})

/** The newest of each region and circle, oldest first. */
const newest = (db: Db, regionIds: readonly string[]) =>
  db
    .selectFrom('boardReleases as r')
    .where('r.regionId', 'in', [...regionIds, ''])
    .where(({ eb, selectFrom }) =>
      eb(
        'r.number',
        '=',
        selectFrom('boardReleases as later')
          .select((e) => e.fn.max('later.number').as('last'))
          .whereRef('later.regionId', '=', 'r.regionId')
          .whereRef('later.circle', '=', 'r.circle'),
      ),
    )
    .orderBy('r.number')

/** The newest of each region and circle, oldest first: one query. */
export const latestReleases = async (db: Db, regionIds: readonly string[]): Promise<BoardRelease[]> =>
  regionIds.length === 0 ? [] : (await newest(db, regionIds).selectAll().execute()).map(releaseFrom)

/** When the sheet the WG may read now was put to it, by region; the sheets themselves stay where they are. */
export async function boardsPutOn(db: Db, regionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await newest(db, regionIds).where('r.boardJson', 'is not', null).select(['r.regionId', 'r.at']).execute()
  return new Map(rows.map((row) => [row.regionId, row.at]))
}

const isReadable = (release: BoardRelease): release is ReleasedBoard => release.board !== null

/**
 * What readers of this circle get, by region: the newest that was put to them and not taken back. What other regions
 * may read, the WG may read too.
 */
export async function releasedBoards(
  db: Db,
  regionIds: readonly string[],
  circle: ReleaseCircle = 'wg',
): Promise<Map<string, ReleasedBoard>> {
  const all = await latestReleases(db, regionIds)
  const fitting = all.filter((one) => isReadable(one) && (circle === 'wg' || one.circle === 'joint'))
  return new Map(fitting.map((one) => [one.regionId, one as ReleasedBoard]))
}

export async function addRelease(
  db: Db,
  given: Pick<BoardRelease, 'regionId' | 'circle' | 'board' | 'lineIds' | 'byName'>,
  now: Date,
): Promise<void> {
  const { board, lineIds, ...rest } = given
  await db
    .insertInto('boardReleases')
    .values((eb) => ({
      ...rest,
      id: newId(),
      boardJson: board ? JSON.stringify(board) : null,
      linesJson: JSON.stringify(lineIds),
      at: now.toISOString(),
      number: eb
        .selectFrom('boardReleases')
        .select((q) => q(q.fn.coalesce(q.fn.max('number'), q.lit(0)), '+', 1).as('next'))
        .where('regionId', '=', given.regionId),
    }))
    .execute()
}

/** Every time it was put to somebody or taken back, the newest first; without the sheets themselves. */
export const releaseLog = (db: Db, regionId: string) =>
  db
    .selectFrom('boardReleases')
    .select((eb) => ['number', 'circle', 'byName', 'at', eb('boardJson', 'is', null).as('isTakenBack')])
    .where('regionId', '=', regionId)
    .orderBy('number', 'desc')
    .execute()
