import { plainData } from '../plain-text/plain-text.ts'
import { beside, inWorker } from '../worker/worker.ts'

/** Millimetres from the upper left corner of an A4 page lying on its side. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}
export const PAGE = { w: 297, h: 210 } as const

export interface Paragraph {
  text: string
  bold?: boolean
  bullet?: boolean
  size?: number
  color?: string
  /** Air above, in points. */
  above?: number
}

/** Sizes in points, colours as six hexadecimal digits; `name` is what a screen reader and the selection pane say. */
export type Item =
  | {
      kind: 'text'
      at: Box
      name: string
      paragraphs: Paragraph[]
      size: number
      fill?: string
      line?: string
      color?: string
      valign?: 'top' | 'middle'
      align?: 'left' | 'center' | 'right'
      /** Between frame and words, in millimetres. */
      inset?: number
      /** Height of a line as a multiple of its letters; exact, so that it is the same in every program. */
      leading?: number
    }
  | { kind: 'table'; at: Box; name: string; widths: number[]; head: string[]; rows: string[][]; size: number }
  | { kind: 'rule'; at: Box; color: string }
  /** `isPlain`: a line without a head. */
  | {
      kind: 'arrow'
      from: { x: number; y: number }
      to: { x: number; y: number }
      color: string
      isPlain?: boolean
    }
  | { kind: 'picture'; at: Box; svg: string; alt: string }

export interface Slide {
  title: string
  /** Where the title stands; at the top when absent. */
  titleAt?: Box
  titleSize?: number
  items: Item[]
  notes?: string
}

export interface Deck {
  title: string
  slides: Slide[]
}

export const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

const LIMITS = {
  timeoutMs: 60_000,
  tooHard: 'PowerPointのファイルを作れませんでした。内容を分けるか、時間をおいて、もう一度お試しください',
}

export const isOnPage = ({ x, y, w, h }: Box): boolean =>
  x >= 0 && y >= 0 && w >= 0 && h >= 0 && x + w <= PAGE.w + 0.01 && y + h <= PAGE.h + 0.01

const placesOf = (slide: Slide): Box[] => [
  ...(slide.titleAt ? [slide.titleAt] : []),
  ...slide.items.map((item) => (item.kind === 'arrow' ? { ...item.to, w: 0, h: 0 } : item.at)),
  ...slide.items.flatMap((item) => (item.kind === 'arrow' ? [{ ...item.from, w: 0, h: 0 }] : [])),
]

/** A deck of editable text boxes, tables and lines. What would stand outside the page is our fault and throws. */
export async function writeDeck(deck: Deck): Promise<Buffer> {
  for (const slide of deck.slides) {
    const outside = placesOf(slide).find((box) => !isOnPage(box))
    if (outside) throw new Error(`slide ${slide.title}: outside the page ${JSON.stringify(outside)}`)
  }
  return Buffer.from(await inWorker<Uint8Array>(beside(import.meta.url, 'jobs'), 'write', plainData(deck), LIMITS))
}
