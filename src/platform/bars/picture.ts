import { BAR_INSET, type BarRoom, barRoom, countScale } from '../charts/charts.ts'
import {
  type Drawn,
  emptyPicture,
  framed,
  ground,
  groundsOf,
  LEADING,
  type Look,
  labelLines,
  rect,
  stroke,
  text,
  textLines,
} from '../drawings/drawings.ts'

export interface Bar {
  label: string
  /** null: not known, or not yet. */
  value: number | null
  /** Instead of the number with its unit: 「2件（44%）」 */
  words?: string
  look?: Look
}

export interface BarsWish {
  id: string
  title: string
  bars: readonly Bar[]
  unit: string
  width?: number
  /** As long as the longest bar of another chart, to be compared with it. */
  most?: number
  /** In place of an empty picture. */
  empty?: string
}

const BAR = 18
const GAP = 14
export const wordsOf = ({ value, words }: Bar, unit: string): string =>
  words ?? (value === null ? '—' : `${value.toLocaleString('ja-JP')}${unit}`)

const roomFor = ({ bars, unit, width }: BarsWish): BarRoom =>
  barRoom({ labels: bars.map(({ label }) => label), ends: bars.map((bar) => wordsOf(bar, unit)), width }, 0.36)

interface Placed {
  bar: Bar
  lines: string[]
  /** Top of the label, top of the bar, end of both. */
  top: number
  barTop: number
  bottom: number
}

function placed(bars: readonly Bar[], room: BarRoom): Placed[] {
  let y = BAR_INSET
  return bars.map((bar) => {
    const lines = labelLines(bar.label, room.labelWidth)
    const high = lines.length * LEADING
    const height = room.isBeside ? Math.max(high, BAR) : high + BAR + 2
    const barTop = room.isBeside ? y + (height - BAR) / 2 : y + high + 2
    const one = { bar, lines, top: y, barTop, bottom: y + height }
    y += height + GAP
    return one
  })
}

function barSvg({ bar, lines, top, barTop, bottom }: Placed, wish: BarsWish, room: BarRoom, length: number): string {
  const words = wordsOf(bar, wish.unit)
  const labelTop = room.isBeside ? top + (bottom - top - lines.length * LEADING) / 2 : top
  return [
    textLines(room.isBeside ? room.from - 12 : BAR_INSET, labelTop + 14, lines, {
      at: room.isBeside ? 'end' : 'start',
    }),
    bar.value
      ? rect({ x: room.from, y: barTop, width: length, height: BAR }, ground(wish.id, bar.look ?? 'solid'))
      : '',
    stroke([room.from, barTop - 3], [room.from, barTop + BAR + 3], 'ch-base'),
    text(room.from + length + 6, barTop + 14, words, { look: 'ch-b' }),
  ].join('')
}

/** Lying bars, each with its number: for counts of few things with names. */
export function barsPicture(wish: BarsWish): Drawn {
  const { id, title, bars, unit } = wish
  const room = roomFor(wish)
  const desc = bars.map((bar) => `${bar.label} ${wordsOf(bar, unit)}`).join('、')
  if (bars.length === 0) return emptyPicture({ id, title, width: room.width, words: wish.empty })
  // Bars are compared by eye: half as much is half as long, so the scale ends at the longest itself.
  const most = Math.max(wish.most ?? 0, ...bars.map(({ value }) => value ?? 0))
  const scale = countScale(most, room.full).domain([0, Math.max(1, most)])
  const rows = placed(bars, room)
  const inner = rows.map((row) => barSvg(row, wish, room, scale(row.bar.value ?? 0))).join('')
  const height = (rows.at(-1)?.bottom ?? 0) + BAR_INSET + 3
  return framed({ id, title, desc, width: room.width, height }, groundsOf(id) + inner)
}
