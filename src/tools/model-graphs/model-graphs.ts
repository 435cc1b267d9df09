import type { Box } from '../logic-models/logic-models.ts'

/** How something differs from the version it is compared with. */
export type Mark = 'new' | 'changed' | 'gone'
export const MARK_WORDS: Record<Mark, string> = { new: '新しい', changed: '変更', gone: '消した' }

/** What stands in a column of the picture: a box, the same box once more, or the lane of a line that passes through. */
export interface Node {
  key: string
  /** 0 activities … 4 final outcomes. */
  column: number
  box: Box | null
  number: string
  /** 再掲: shown again beside a further target. */
  isAgain: boolean
  mark?: Mark
}

/** A stretch of line between neighbouring columns. */
export interface Edge {
  from: string
  to: string
  /** The links that run along it, as 'from to' of box ids. */
  links: string[]
  mark?: 'new' | 'gone'
  /** Ends at a box, with an arrow head. */
  isLast: boolean
}

export interface Graph {
  columns: Node[][]
  edges: Edge[]
  /** Links of imported records that don't run from left to right; drawn, never laid out by. */
  odd: Edge[]
}

export interface Marks {
  boxes: ReadonlyMap<string, Mark>
  /** By 'from to'. */
  links: ReadonlyMap<string, 'new' | 'gone'>
  /** Boxes that stood in the version compared with, each behind the box it stood behind there. */
  goneBoxes: readonly { box: Box; after: string | null }[]
  goneLinks: readonly { from: string; to: string }[]
}
export const NO_MARKS: Marks = { boxes: new Map(), links: new Map(), goneBoxes: [], goneLinks: [] }
export const linkKey = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`
