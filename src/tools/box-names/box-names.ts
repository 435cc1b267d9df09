import type { Body } from '../../papers/templates/templates.ts'
import { type Box, boxesOf, KIND_ORDER, KINDS, type Kind, type Link, linksOf } from '../logic-models/logic-models.ts'

export type Columns = Record<Kind, Box[]>

export const columnsOf = (boxes: readonly Box[]): Columns =>
  Object.fromEntries(KIND_ORDER.map((kind) => [kind, boxes.filter((box) => box.kind === kind)])) as Columns

const letterOf = (n: number): string =>
  n >= 26 ? letterOf(Math.floor(n / 26) - 1) + letterOf(n % 26) : String.fromCharCode(65 + n)
const KANA = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ']
const kanaOf = (n: number): string =>
  `${KANA[n % KANA.length]}${n >= KANA.length ? Math.floor(n / KANA.length) + 1 : ''}`
const only = (word: string, n: number, of: number): string => (of === 1 ? word : `${word}${n + 1}`)

const NUMBERS: Record<Kind, (n: number, of: number) => string> = {
  activity: (n) => String(n + 1),
  output: letterOf,
  initial: kanaOf,
  intermediate: (n, of) => only('中', n, of),
  final: (n, of) => only('終', n, of),
}

/** 1 2 3, A B C, ア イ ウ, 中, 終: by box id, in the order of the rows. */
export function numbersOf(boxes: readonly Box[]): Map<string, string> {
  const columns = columnsOf(boxes)
  return new Map(
    KIND_ORDER.flatMap((kind) => columns[kind].map((box, n, all) => [box.id, NUMBERS[kind](n, all.length)] as const)),
  )
}

/** 箱3, アウトプットA, 初期アウトカム・ア, 中間アウトカム2: how sentences call a box. */
export function boxName(box: Box, numbers: ReadonlyMap<string, string>): string {
  const number = numbers.get(box.id) ?? ''
  if (box.kind === 'activity') return `箱${number}`
  // 「初期アウトカムア」 can't be read.
  return `${KINDS[box.kind]}${box.kind === 'initial' ? '・' : ''}${number.replace(/^[中終]/, '')}`
}

export const WORDLESS = '（まだ言葉のない箱）'
const SHORT = 30

/** The first words of a box, on one line. */
export function shortText({ text }: { text: string }, length = SHORT): string {
  const line = [
    ...text
      .slice(0, length * 3)
      .replace(/\s+/g, ' ')
      .trim(),
  ]
  if (line.length === 0) return WORDLESS
  return line.length > length ? `${line.slice(0, length).join('')}…` : line.join('')
}

/** Later boxes each box leads to, and the earlier ones that lead to it; in the order of the links, each once. */
export interface Ties {
  to: Map<string, string[]>
  from: Map<string, string[]>
}
export function tiesOf(links: readonly Pick<Link, 'from' | 'to'>[]): Ties {
  const ties: Ties = { to: new Map(), from: new Map() }
  const put = (side: Map<string, string[]>, a: string, b: string) => {
    const known = side.get(a)
    if (!known) side.set(a, [b])
    else if (!known.includes(b)) known.push(b)
  }
  for (const { from, to } of links) {
    put(ties.to, from, to)
    put(ties.from, to, from)
  }
  return ties
}

export interface Counts {
  boxes: Record<Kind, number>
  links: number
  /** Activities, each once. */
  distinct: number
  /** How often one is drawn again beside another target. */
  reprints: number
}

export function countsOf(body: Body): Counts {
  const [boxes, links] = [boxesOf(body), linksOf(body)]
  const columns = columnsOf(boxes)
  const { to } = tiesOf(links)
  const again = columns.activity.map(({ id }) => Math.max(0, (to.get(id)?.length ?? 0) - 1))
  return {
    boxes: Object.fromEntries(KIND_ORDER.map((kind) => [kind, columns[kind].length])) as Record<Kind, number>,
    links: links.length,
    distinct: columns.activity.length,
    reprints: again.reduce((sum, n) => sum + n, 0),
  }
}
