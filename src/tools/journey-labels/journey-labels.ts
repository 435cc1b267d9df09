import { type Wrapped, widestOf, wrapped } from '../../platform/wrapping/wrapping.ts'
import { spread } from '../spreading/spreading.ts'

/** A label's wish: its text near `x`. */
export interface Wish {
  text: string
  x: number
  /** Kept when there is no room for all. */
  isMain: boolean
}

export interface Label {
  lines: string[]
  isCut: boolean
  /** Index of its wish. */
  of: number
  left: number
  top: number
  width: number
  height: number
  /** The leader goes straight down from here to the common line, then to the mark. */
  x: number
}

export interface Labels {
  labels: Label[]
  /** Wishes without room: they have a number in the table only. */
  unlabelled: number[]
  height: number
}

interface Room {
  left: number
  right: number
}

export const FONT = 13
export const LINE = 17
const GAP = 10
const CORRIDOR = 6
/** A label may stand this far from its mark without disturbing anybody. */
const NEAR = 40
/** What a text that is not all there costs. */
const CUT = 60
const WIDE = [150, 132, 116, 100]
const NARROW = [140, 124, 108, 96, 84, 74]

/**
 * Labels in one row, or in two where the leaders of the far row run between the labels of the near one.
 * Marks and labels have the same order, so no leader crosses another, and no label another label.
 */
export function placed(wishes: readonly Wish[], room: Room): Labels {
  const ways = [...WIDE.map((w) => () => oneRow(wishes, w, room)), ...NARROW.map((w) => () => twoRows(wishes, w, room))]
  const given = ways.flatMap((way) => way() ?? [])
  const best = given.reduce<Labels | null>(
    (found, one) => (found && costOf(found, wishes) <= costOf(one, wishes) ? found : one),
    null,
  )
  return best ?? withFewer(wishes, room)
}

/** Room on the paper against the way of the eye from a label to its mark. */
const costOf = (labels: Labels, wishes: readonly Wish[]): number =>
  labels.height + Math.max(0, farthest(labels, wishes) - NEAR) * 0.6 + labels.labels.filter((l) => l.isCut).length * CUT

/** How far the farthest label stands from its mark. */
const farthest = ({ labels }: Labels, wishes: readonly Wish[]): number =>
  Math.max(0, ...labels.map((label) => Math.abs(label.x - (wishes[label.of]?.x ?? label.x))))

const widthOf = ({ lines }: Wrapped): number => Math.ceil(widestOf(lines) * FONT)
const heightOf = ({ lines }: Wrapped): number => lines.length * LINE

function oneRow(wishes: readonly Wish[], width: number, room: Room): Labels | null {
  const texts = wishes.map((wish) => wrapped(wish.text, width / FONT, 4))
  const sizes = texts.map(widthOf)
  if (sizes.reduce((sum, size) => sum + size + GAP, 0) > room.right - room.left) return null
  const gaps = sizes.slice(1).map((size, i) => (size + (sizes[i] ?? 0)) / 2 + GAP)
  const ends = { left: room.left + (sizes[0] ?? 0) / 2, right: room.right - (sizes.at(-1) ?? 0) / 2 }
  const xs = spread(
    wishes.map((wish) => wish.x),
    gaps,
    ends,
  )
  const height = Math.max(0, ...texts.map(heightOf))
  return { labels: texts.map((text, i) => labelAt(text, i, xs[i] ?? 0, height)), unlabelled: [], height }
}

function twoRows(wishes: readonly Wish[], width: number, room: Room): Labels | null {
  const half = width / 2 + CORRIDOR
  if ((wishes.length + 1) * half > room.right - room.left) return null
  const texts = wishes.map((wish) => wrapped(wish.text, width / FONT, 4))
  const xs = spread(
    wishes.map((wish) => wish.x),
    wishes.slice(1).map(() => half),
    { left: room.left + half, right: room.right - half },
  )
  const far = Math.max(0, ...texts.filter((_, i) => i % 2 === 1).map(heightOf))
  const near = Math.max(0, ...texts.filter((_, i) => i % 2 === 0).map(heightOf))
  const height = far + LINE / 2 + near
  return {
    labels: texts.map((text, i) => labelAt(text, i, xs[i] ?? 0, i % 2 === 1 ? far : height)),
    unlabelled: [],
    height,
  }
}

/** First, last and main ones first; the rest as long as there is room. */
function withFewer(wishes: readonly Wish[], room: Room): Labels {
  const most = Math.max(1, Math.floor((room.right - room.left) / ((NARROW.at(-1) ?? 0) / 2 + CORRIDOR)) - 1)
  const rank = (i: number) => (i === 0 || i === wishes.length - 1 ? 0 : wishes[i]?.isMain ? 1 : 2)
  const kept = wishes
    .map((_, i) => i)
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b)
  const given = twoRows(
    kept.map((i) => wishes[i] as Wish),
    NARROW.at(-1) ?? 0,
    room,
  )
  return {
    height: given?.height ?? 0,
    labels: (given?.labels ?? []).map((label) => ({ ...label, of: kept[label.of] ?? 0 })),
    unlabelled: wishes.map((_, i) => i).filter((i) => !kept.includes(i)),
  }
}

function labelAt(text: Wrapped, of: number, x: number, bottom: number): Label {
  const [width, height] = [widthOf(text), heightOf(text)]
  return { ...text, of, x, width, height, left: x - width / 2, top: bottom - height }
}
