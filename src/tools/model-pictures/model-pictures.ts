import type { Body } from '../../papers/templates/templates.ts'
import type { Look, Standing } from '../model-boxes/model-boxes.ts'
import type { Layout } from '../model-layouts/picture.ts'

export interface PictureOptions {
  /** Makes each box a link. */
  hrefOf?: (boxId: string) => string
  /** This box and everything it leads to, or that leads to it, stands out. */
  chosen?: string
  /** An older version: the differences are drawn. */
  before?: Body
  /** For two pictures on one page. */
  idPrefix?: string
  title?: string
}

export interface Drawn {
  svg: string
  width: number
  height: number
  /** Some box shows only the beginning of its text. */
  isCut: boolean
}

/** Sizes of columns and of what stands between them. */
export interface Setting {
  look: Look
  widths: readonly number[]
  gutter: number
  gap: number
  /** Where the first column begins; in front of it stand the reasons, on paper. */
  left: number
}

export interface Scene {
  layout: Layout
  standing: Map<string, Standing>
  setting: Setting
}

export const HEAD = 40
/** Left edge of each column. */
export const leftOf = ({ left, widths, gutter }: Setting, column: number): number =>
  widths.slice(0, column).reduce((sum, width) => sum + width + gutter, left)
