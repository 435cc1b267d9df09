import type { Template } from '../../papers/templates/templates.ts'
import type { Programme, Step } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Criterion } from '../../programme/scoring/scoring.ts'
import type { FileComment } from '../../support/file-reviews/file-reviews.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import type { Tool } from '../../support/tool-files/tool-files.ts'
import type { Answered } from '../../support/wg-opinions/wg-opinions.ts'
import type { Measured } from '../../tools/indicator-values/indicator-values.ts'
import type { ReleasedBoard } from '../board-releases/board-releases.ts'
import type { BoardHead } from '../boards/boards.ts'
import type { Pinned } from '../pinned-papers/pinned-papers.ts'

/** A region by its name, theme and days. */
export interface RegionProgress {
  region: Region
  head: BoardHead | undefined
  slots: Slot[]
}

export interface PackRegion extends RegionProgress {
  /** What was put to the WG; nothing newer of it is printed. */
  board: ReleasedBoard | undefined
  model: Pinned | undefined
  effect: Pinned | undefined
  /** What was measured for the model's indicators. */
  values: Measured[]
}

/** The year before, as far as this installation has it. */
export interface YearBefore {
  programme: Programme
  regions: RegionProgress[]
  /** There were more. */
  isCut: boolean
  opinions: Answered[]
}

/** Everything a pack is made of, read in one transaction. */
export interface PackSnapshot {
  at: string
  programme: Programme
  slot: Slot
  steps: Step[]
  yearSlots: Slot[]
  regions: PackRegion[]
  criteria: Criterion[]
  sheets: { template: Template; isUsed: boolean }[]
  entry: Template | undefined
  tools: Tool[]
  leaflets: Tool[]
  /** What reviewers said of the leaflets' versions. */
  comments: FileComment[]
  opinions: Answered[]
  guideline: string | null
  before: YearBefore | null
}

/** What the WG may read of this region's papers: they are put to it together with the sheet. */
export const isPut = ({ board }: Pick<PackRegion, 'board'>): boolean => board !== undefined
