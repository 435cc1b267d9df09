import type { Item, Slide } from '../pptx/pptx.ts'

/** Where a slide's contents stand, in millimetres, below its title. */
export const ROOM = { x: 12, y: 24, w: 273, h: 172 }
export const SIZE = 12
export const CELL = 10
const PT = 25.4 / 72
/** From line to line, in letters; and how much of a line is counted on, as programs set letters differently. */
const STEP = 1.4
const SAFE = 0.93
export const PAD = { x: 4, y: 2.4 }
export const lineHeight = (size: number) => size * PT * STEP
export const emsIn = (width: number, size: number) => (width / (size * PT)) * SAFE

interface Sheet {
  items: Item[]
  /** Where the next thing begins. */
  y: number
}

/** Slides as they fill: what does not fit goes on on the next one. */
export type Pages = Sheet[]

export const begun = (): Pages => [{ items: [], y: ROOM.y }]
const sheetOf = (pages: Pages): Sheet => pages.at(-1) as Sheet
export const leftOn = (pages: Pages): number => ROOM.y + ROOM.h - sheetOf(pages).y
export const isFresh = (pages: Pages): boolean => sheetOf(pages).items.length === 0

export function turn(pages: Pages): void {
  if (!isFresh(pages)) pages.push({ items: [], y: ROOM.y })
}

export function put(pages: Pages, height: number, item: (y: number) => Item): void {
  const sheet = sheetOf(pages)
  sheet.items.push(item(sheet.y))
  sheet.y += height
}

export const slidesOf = (title: string, pages: Pages): Slide[] =>
  pages
    .filter((sheet, at) => at === 0 || sheet.items.length > 0)
    .map(({ items }, at) => ({ title: at === 0 ? title : `${title}（つづき）`, items }))
