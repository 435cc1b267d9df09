import { BAR_INSET, type BarRoom, barRoom, shareOf } from '../charts/charts.ts'
import {
  type Drawn,
  emptyPicture,
  framed,
  ground,
  groundsOf,
  LEADING,
  labelLines,
  legendOf,
  lookAt,
  onGround,
  rect,
  stroke,
  text,
  textLines,
  widthOf,
} from '../drawings/drawings.ts'

export interface StackRow {
  label: string
  /** One number for each kind, in their order. */
  parts: readonly number[]
}

export interface StacksWish {
  id: string
  title: string
  /** At most six: as many grounds stay apart in black and white. */
  kinds: readonly string[]
  rows: readonly StackRow[]
  unit: string
  /** 'share': every bar is 100 %; 'count': as long as its number. */
  by: 'share' | 'count'
  width?: number
  empty?: string
}

const BAR = 22
const GAP = 14

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)

const roomFor = ({ rows, unit, width }: StacksWish): BarRoom =>
  barRoom(
    { labels: rows.map(({ label }) => label), ends: rows.map(({ parts }) => `${sumOf(parts)}${unit}`), width },
    0.32,
  )

/** Pieces lie end to end; a number stands in its piece where it fits, and in the table in any case. */
function barSvg(wish: StacksWish, row: StackRow, room: BarRoom, top: number): string {
  const total = sumOf(row.parts)
  const whole = wish.by === 'share' ? total : Math.max(1, ...wish.rows.map(({ parts }) => sumOf(parts)))
  let x = room.from
  const pieces = row.parts.map((part, i) => {
    if (part === 0) return ''
    const width = (part / whole) * room.full
    const look = lookAt(i)
    const piece = rect({ x, y: top, width, height: BAR }, ground(wish.id, look))
    const number = String(part)
    const fits = widthOf(number) + 6 <= width
    const said = fits ? text(x + width / 2, top + 16, number, { look: onGround(look), at: 'middle' }) : ''
    x += width
    return piece + said
  })
  const end = total === 0 ? room.from : x
  const words = total === 0 ? 'なし' : `${total}${wish.unit}`
  return [
    ...pieces,
    stroke([room.from, top - 3], [room.from, top + BAR + 3], 'ch-base'),
    text(end + 6, top + 16, words, { look: total === 0 ? 'ch-n' : 'ch-b' }),
  ].join('')
}

function rowSvg(wish: StacksWish, row: StackRow, room: BarRoom, y: number): { svg: string; bottom: number } {
  const lines = labelLines(row.label, room.labelWidth)
  const high = lines.length * LEADING
  if (!room.isBeside) {
    const svg = textLines(BAR_INSET, y + 14, lines) + barSvg(wish, row, room, y + high + 3)
    return { svg, bottom: y + high + 3 + BAR }
  }
  const height = Math.max(high, BAR)
  const label = textLines(room.from - 12, y + (height - high) / 2 + 14, lines, { at: 'end' })
  return { svg: label + barSvg(wish, row, room, y + (height - BAR) / 2), bottom: y + height }
}

export const rowWords = ({ kinds, unit }: StacksWish, { label, parts }: StackRow): string => {
  const total = sumOf(parts)
  const each = parts.map((part, i) => `${kinds[i] ?? ''}${part}${unit}（${shareOf(part, total)}）`).join('、')
  return total === 0 ? `${label}はなし` : `${label}は${each}`
}

/** Bars in pieces, with the samples of their grounds above. */
export function stacksPicture(wish: StacksWish): Drawn {
  const { id, title, rows, kinds } = wish
  const room = roomFor(wish)
  if (rows.length === 0) return emptyPicture({ id, title, width: room.width, words: wish.empty })
  const legend = legendOf(id, kinds, room.width)
  let y = legend.bottom
  const drawn = rows.map((row) => {
    const one = rowSvg(wish, row, room, y)
    y = one.bottom + GAP
    return one.svg
  })
  const desc = rows.map((row) => rowWords(wish, row)).join('。')
  const frame = { id, title, desc, width: room.width, height: y - GAP + 5 }
  return framed(frame, groundsOf(id) + legend.svg + drawn.join(''))
}
