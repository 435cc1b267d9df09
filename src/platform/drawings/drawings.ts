import { emsOf, wrapped } from '../wrapping/wrapping.ts'

/** An SVG of ours: looks come from static/css/charts.css, so that the page's policy allows it and papers take it along. */
export interface Drawn {
  svg: string
  width: number
  height: number
}

/** The size of all type in charts, and the step from line to line. */
export const TYPE = 14
export const LEADING = 19

export const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
export const px = (value: number): string => String(Math.round(value * 10) / 10)

export interface TextLook {
  /** A class of charts.css beside 'ch-t': ch-n (quiet), ch-b (bold), ch-on (white, on solid ink), ch-halo. */
  look?: string
  at?: 'start' | 'middle' | 'end'
}

/** One line of type; `y` is its baseline. */
export const text = (x: number, y: number, words: string, { look, at = 'start' }: TextLook = {}): string =>
  `<text class="ch-t${look ? ` ${look}` : ''}" x="${px(x)}" y="${px(y)}"${at === 'start' ? '' : ` text-anchor="${at}"`}>${escaped(words)}</text>`

/** Lines below each other; the first baseline is at `y`. */
export const textLines = (x: number, y: number, words: readonly string[], look?: TextLook): string =>
  words.map((line, i) => text(x, y + i * LEADING, line, look)).join('')

/** A label in lines that fit `width` pixels, at phrases of Japanese. */
export const labelLines = (label: string, width: number, most = 3): string[] => {
  const { lines } = wrapped(label, width / TYPE, most)
  return lines.length > 0 ? lines : ['']
}

/** Pixels a line of chart type takes at the most. */
export const widthOf = (words: string, size = TYPE): number => emsOf(words) * size

export const rect = (box: { x: number; y: number; width: number; height: number }, rest: string): string =>
  `<rect x="${px(box.x)}" y="${px(box.y)}" width="${px(Math.max(0, box.width))}" height="${px(Math.max(0, box.height))}" ${rest}/>`

export const stroke = (from: readonly [number, number], to: readonly [number, number], look: string): string =>
  `<line class="${look}" x1="${px(from[0])}" y1="${px(from[1])}" x2="${px(to[0])}" y2="${px(to[1])}"/>`

/** Grounds that stay apart without colour: on a black-and-white printer, and for eyes that see colours alike. */
export const LOOKS = ['solid', 'hatch', 'dots', 'pale', 'blank', 'cross'] as const
export type Look = (typeof LOOKS)[number]
export const lookAt = (index: number): Look => LOOKS[index % LOOKS.length] ?? 'solid'

const PATTERNS: Partial<Record<Look, string>> = {
  hatch: '<rect class="ch-p-hatch" width="6" height="6"/><path class="ch-p-line" d="M-1 1 1 -1M0 6 6 0M5 7 7 5"/>',
  dots: '<rect class="ch-p-dots" width="6" height="6"/><circle class="ch-p-dot" cx="3" cy="3" r="1.4"/>',
  cross: '<rect class="ch-p-blank" width="6" height="6"/><path class="ch-p-cross" d="M3 0V6M0 3H6"/>',
}

/** The grounds of one picture; ids carry the picture's own, several stand on a page. */
export const groundsOf = (id: string): string =>
  `<defs>${Object.entries(PATTERNS)
    .map(
      ([look, inner]) =>
        `<pattern id="${id}-${look}" width="6" height="6" patternUnits="userSpaceOnUse">${inner}</pattern>`,
    )
    .join('')}</defs>`

/** Attributes of a shape with this ground. */
export const ground = (id: string, look: Look): string =>
  PATTERNS[look] ? `class="ch-edge" fill="url(#${id}-${look})"` : `class="ch-edge ch-${look}"`

/** Type on this ground: white on solid ink, else dark with white around the letters. */
export const onGround = (look: Look): string => (look === 'solid' ? 'ch-b ch-on' : 'ch-b ch-halo')

export interface Frame {
  /** Unique on its page; letters, digits, hyphens. */
  id: string
  title: string
  /** The whole picture in words: the numbers themselves. */
  desc: string
  width: number
  height: number
  /** A class beside 'ch'. */
  look?: string
}

/** The picture: read out as one, by title and words. */
export function framed({ id, title, desc, width, height, look }: Frame, inner: string): Drawn {
  const [w, h] = [Math.ceil(width), Math.ceil(height)]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="ch${look ? ` ${look}` : ''}" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(desc)}</desc>${inner}</svg>`
  return { svg, width: w, height: h }
}

interface Nothing {
  id: string
  title: string
  width: number
  words?: string | undefined
}

/** A picture of nothing says so. */
export function emptyPicture({ id, title, width, words = 'まだ数えるものがありません。' }: Nothing): Drawn {
  const lines = labelLines(words, width - 4)
  const inner = textLines(2, 18, lines, { look: 'ch-n' })
  return framed({ id, title, desc: words, width, height: lines.length * LEADING + 10 }, inner)
}

/** A small sample of each ground with its word, in as many lines as it takes; `bottom` is where the picture may begin. */
export function legendOf(
  id: string,
  words: readonly string[],
  width: number,
  top = 0,
): { svg: string; bottom: number } {
  let [x, y] = [1, top]
  const parts = words.map((word, i) => {
    const takes = 20 + widthOf(word) + 16
    if (x > 1 && x + takes - 16 > width) [x, y] = [1, y + LEADING + 3]
    const swatch = rect({ x, y: y + 3, width: 14, height: 14 }, ground(id, lookAt(i)))
    const part = swatch + text(x + 20, y + 15, word)
    x += takes
    return part
  })
  return { svg: parts.join(''), bottom: y + LEADING + 10 }
}
