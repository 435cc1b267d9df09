import type { Node } from '../model-graphs/model-graphs.ts'

/** Sizes in units of the picture; letters are 14, marks 12. */
export interface Look {
  /** Number and marks on the line of the text, less air: for many boxes and for paper. */
  isTight: boolean
  maxLines: number
  /** First line from the top edge, from line to line, and under the last. */
  first: number
  step: number
  under: number
}
export const ROOMY: Look = { isTight: false, maxLines: 14, first: 20, step: 20, under: 15 }
export const TIGHT: Look = { isTight: true, maxLines: 14, first: 17, step: 18, under: 8 }
/** Where a page is full: as little air as still keeps lines and boxes apart. */
export const DENSE: Look = { isTight: true, maxLines: 6, first: 15, step: 17, under: 6 }

/** A word or a chip on a line of a box; x counts from the box's left edge, y from its top. */
export interface Piece {
  x: number
  y: number
  text: string
  look: string
  /** Width of the chip around it. */
  chip?: { look: string; width: number }
}
export interface Content {
  height: number
  pieces: Piece[]
  isCut: boolean
}

export interface Standing {
  node: Node
  x: number
  y: number
  width: number
  height: number
  content: Content
}
