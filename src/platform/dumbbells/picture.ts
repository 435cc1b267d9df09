import { CHART_WIDTH } from '../charts/charts.ts'
import {
  type Drawn,
  emptyPicture,
  framed,
  LEADING,
  labelLines,
  px,
  stroke,
  text,
  textLines,
  widthOf,
} from '../drawings/drawings.ts'

/** Before and after on one scale; null: nobody answered. */
export interface Dumbbell {
  label: string
  before: number | null
  after: number | null
}

/** What belongs together: one heading, a line for each side. */
export interface DumbbellGroup {
  heading: string
  lines: readonly Dumbbell[]
}

export interface DumbbellsWish {
  id: string
  title: string
  groups: readonly DumbbellGroup[]
  /** From the least to the most, with the words at both ends. */
  scale: { from: number; to: number; least: string; most: string }
  width?: number
  empty?: string
}

const INSET = 2
const TRACK = 30
const GROUP_GAP = 8
const RADIUS = 7
const HEAD = 30

/** 「2 → 4」「3のまま」「前は未回答 → 4」: the line in words, beside it and in the table. */
export function changeWords({ before, after }: Pick<Dumbbell, 'before' | 'after'>): string {
  if (before === null && after === null) return '未回答'
  if (before === null) return `前は未回答・後${after}`
  if (after === null) return `前${before}・後は未回答`
  return before === after ? `${before}のまま` : `${before} → ${after}`
}

/** Told by shape, not by colour: a ring before, a full diamond after; the same value is a diamond within its ring. */
const ring = (x: number, y: number, radius = RADIUS): string =>
  `<circle class="ch-mark" cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"/>`
const diamond = (x: number, y: number, radius = RADIUS): string =>
  `<path class="ch-edge ch-solid" d="M${px(x)} ${px(y - radius)}L${px(x + radius)} ${px(y)}L${px(x)} ${px(y + radius)}L${px(x - radius)} ${px(y)}Z"/>`

function marks({ before, after }: Dumbbell, x: (value: number) => number, y: number): string {
  if (before === null && after === null) return ''
  if (before === null) return diamond(x(after ?? 0), y)
  if (after === null) return ring(x(before), y)
  if (before === after) return ring(x(before), y, RADIUS + 3) + diamond(x(after), y, RADIUS - 2)
  return stroke([x(before), y], [x(after), y], 'ch-way') + ring(x(before), y) + diamond(x(after), y)
}

interface Room {
  width: number
  from: number
  to: number
}

function roomFor({ groups, width = CHART_WIDTH }: DumbbellsWish): Room {
  const lines = groups.flatMap((group) => group.lines)
  const labels = Math.max(0, ...lines.map(({ label }) => widthOf(label)))
  const words = Math.max(0, ...lines.map((line) => widthOf(shortWords(line))))
  return { width, from: INSET + labels + RADIUS + 14, to: width - INSET - words - RADIUS - 12 }
}

/** Where one side is missing the mark alone says the number. */
const shortWords = (line: Dumbbell): string =>
  line.before === null && line.after !== null
    ? '前は未回答'
    : line.after === null && line.before !== null
      ? '後は未回答'
      : changeWords(line)

function legend(top: number): string {
  const y = top + 10
  return [
    ring(INSET + RADIUS, y),
    text(INSET + RADIUS * 2 + 6, y + 5, '前'),
    diamond(INSET + 58, y),
    text(INSET + 71, y + 5, '後'),
    ring(INSET + 108, y, RADIUS + 2),
    diamond(INSET + 108, y, RADIUS - 2),
    text(INSET + 123, y + 5, '変わらなかった'),
  ].join('')
}

/** Before and after as two marks on a line, side by side by theme. */
export function dumbbellsPicture(wish: DumbbellsWish): Drawn {
  const { id, title, groups, scale } = wish
  const room = roomFor(wish)
  const lines = groups.flatMap((group) => group.lines)
  if (lines.every(({ before, after }) => before === null && after === null))
    return emptyPicture({ id, title, width: room.width, words: wish.empty })
  const step = (room.to - room.from) / (scale.to - scale.from)
  const x = (value: number) => room.from + (value - scale.from) * step
  let y = INSET + HEAD
  const parts: string[] = [legend(INSET)]
  for (const { heading, lines: own } of groups) {
    const words = labelLines(heading, room.width - INSET * 2)
    parts.push(textLines(INSET, y + 15, words, { look: 'ch-b' }))
    y += words.length * LEADING + 4
    for (const line of own) {
      const middle = y + TRACK / 2
      parts.push(trackOf(line, { x, middle, scale, room }))
      y += TRACK
    }
    y += GROUP_GAP
  }
  const desc = groups
    .flatMap((group) => group.lines.map((line) => `${group.heading}・${line.label} ${changeWords(line)}`))
    .join('、')
  const ends = endsOf(scale, room, y + 16)
  return framed({ id, title, desc, width: room.width, height: y + 16 + ends.height }, parts.join('') + ends.svg)
}

interface Track {
  x(value: number): number
  middle: number
  scale: DumbbellsWish['scale']
  room: Room
}

function trackOf(line: Dumbbell, { x, middle, scale, room }: Track): string {
  const ticks = Array.from({ length: scale.to - scale.from + 1 }, (_, n) => scale.from + n)
  return [
    text(INSET, middle + 5, line.label, { look: 'ch-n' }),
    stroke([room.from, middle], [room.to, middle], 'ch-grid'),
    ...ticks.map((tick) => stroke([x(tick), middle - 4], [x(tick), middle + 4], 'ch-grid')),
    marks(line, x, middle),
    text(room.width - INSET, middle + 5, shortWords(line), { look: 'ch-b', at: 'end' }),
  ].join('')
}

/** The numbers of the scale, and what its two ends mean. */
function endsOf({ from, to, least, most }: DumbbellsWish['scale'], room: Room, y: number) {
  const step = (room.to - room.from) / (to - from)
  const numbers = Array.from({ length: to - from + 1 }, (_, n) =>
    text(room.from + n * step, y, String(from + n), { look: 'ch-n', at: 'middle' }),
  )
  const words = [`${from}：${least}`, `${to}：${most}`]
  return {
    svg: numbers.join('') + textLines(INSET, y + LEADING + 4, words, { look: 'ch-n' }),
    height: LEADING * 2 + 14,
  }
}
