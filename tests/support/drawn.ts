import { parse } from 'node-html-parser'
import { emsOf } from '../../src/platform/wrapping/wrapping.ts'

/** What a chart holds, measured as its styles draw it: tests look for overlaps and for what lies outside. */
export interface Placed {
  words: string
  left: number
  right: number
  top: number
  bottom: number
}

const SIZES: [RegExp, number][] = [
  [/\bch-name\b/, 12],
  [/\bch-count\b/, 16],
]

export function textsOf(svg: string): Placed[] {
  return parse(svg)
    .querySelectorAll('text')
    .map((node) => {
      const size = SIZES.find(([look]) => look.test(node.getAttribute('class') ?? ''))?.[1] ?? 14
      const [x, y] = [Number(node.getAttribute('x')), Number(node.getAttribute('y'))]
      const width = emsOf(node.text) * size
      const before = { start: 0, middle: width / 2, end: width }[node.getAttribute('text-anchor') ?? 'start'] ?? 0
      return {
        words: node.text,
        left: x - before,
        right: x - before + width,
        top: y - size * 0.85,
        bottom: y + size * 0.15,
      }
    })
}

export function rectsOf(svg: string): Placed[] {
  return parse(svg.replace(/<defs>.*?<\/defs>/s, ''))
    .querySelectorAll('rect')
    .map((node) => {
      const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(node.getAttribute(name)),
      )
      return { words: '', left: x, right: x + width, top: y, bottom: y + height }
    })
}

const apart = (a: Placed, b: Placed) =>
  a.right <= b.left + 0.5 || b.right <= a.left + 0.5 || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5

/** Pairs that lie on each other, in words. */
export const overlapsIn = (placed: readonly Placed[]): string[] =>
  placed.flatMap((one, i) =>
    placed.slice(i + 1).flatMap((other) => (apart(one, other) ? [] : [`${one.words} × ${other.words}`])),
  )

/** What reaches out of the picture, in words. */
export function outsideOf({ svg, width, height }: { svg: string; width: number; height: number }): string[] {
  return [...textsOf(svg), ...rectsOf(svg)]
    .filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > width + 0.5 || bottom > height + 0.5)
    .map(({ words, left, right, top, bottom }) => `${words} ${left} ${top} ${right} ${bottom}`)
}
