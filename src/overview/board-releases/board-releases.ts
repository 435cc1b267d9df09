import type { Board } from '../boards/boards.ts'

/** Whom a sheet is put to: WG members and observers, or from the joint report meeting on the other regions too. */
export const RELEASE_CIRCLES = { wg: 'WGにも', joint: '参加地域にも' } as const
export type ReleaseCircle = keyof typeof RELEASE_CIRCLES

/** The sheet as it stood at one moment; a later one takes its place, none is changed. Without a board it was taken back. */
export interface BoardRelease {
  id: string
  regionId: string
  circle: ReleaseCircle
  number: number
  board: Board | null
  /** Every line the record had for the sheet by then, also those left out. */
  lineIds: string[]
  byName: string
  at: string
}

/** Somebody may read it now. */
export type ReleasedBoard = BoardRelease & { board: Board }
