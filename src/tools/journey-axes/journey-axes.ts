import { emsOf } from '../../platform/wrapping/wrapping.ts'
import { monthIn, yearIn, yearShort, yearWords } from '../journey-months/journey-months.ts'

/** A line of the time axis with the words that stand beside it. */
export interface Tick {
  x: number
  /** A year or a whole year since the beginning is stronger than a quarter. */
  isMain: boolean
  /** Below the line of years: 「4」 (月), 「6か月」. */
  small: string
  /** The year that begins here or is first seen here, in the middle of its room. */
  year: { x: number; text: string } | null
}

export interface Axis {
  from: number
  to: number
  ticks: Tick[]
}

interface Room {
  axis: 'calendar' | 'relative'
  left: number
  right: number
}

/** At least a year of room, and a month of air at both ends. */
export function axisOf(months: readonly number[], room: Room): Axis {
  const [first, last] = months.length > 0 ? [Math.min(...months), Math.max(...months)] : [0, 11]
  const from = first - 1
  const to = Math.max(last + 1, from + 12)
  const x = (month: number) => room.left + ((month - from) * (room.right - room.left)) / (to - from)
  if (room.axis === 'relative') return { from, to, ticks: relative(from, to, x) }
  // No time at all: there is no year to write below an empty axis.
  return { from, to, ticks: months.length > 0 ? calendar(from, to, x) : [] }
}

type X = (month: number) => number
const between = (from: number, to: number, every: number): number[] => {
  const first = Math.ceil(from / every) * every
  return Array.from({ length: Math.max(0, Math.floor((to - first) / every) + 1) }, (_, i) => first + i * every)
}
/** The smallest of the steps whose ticks stand far enough apart. */
const stepFor = (steps: readonly number[], perMonth: number, apart: number): number =>
  steps.find((step) => step * perMonth >= apart) ?? steps.at(-1) ?? 12

const YEARS = [12, 24, 60, 120, 240]

function calendar(from: number, to: number, x: X): Tick[] {
  const perMonth = x(1) - x(0)
  const small = stepFor([1, 3, 6, ...YEARS], perMonth, 20)
  const years = stepFor(YEARS, perMonth, 30)
  const months = [...new Set([...between(from, to, small), ...between(from, to, 12)])].sort((a, b) => a - b)
  const ticks = months.map((month): Tick => {
    const isMain = month % 12 === 0
    return { x: x(month), isMain, small: small < 12 ? `${monthIn(month)}` : '', year: null }
  })
  const starts = [...new Set([from, ...between(from, to, years)])].sort((a, b) => a - b)
  const named = starts.flatMap((month, i): Tick[] => {
    const end = Math.min(to, starts[i + 1] ?? to)
    const [left, right] = [x(month), x(end)]
    const long = yearWords(yearIn(month))
    const text = [long, yearShort(yearIn(month))].find((words) => emsOf(words) * 13 + 6 <= right - left)
    return text ? [{ x: left, isMain: false, small: '', year: { x: (left + right) / 2, text } }] : []
  })
  return [...ticks, ...named]
}

/** Months since it began: 「−6か月」「きっかけ」「6か月」「1年」. */
function relative(from: number, to: number, x: X): Tick[] {
  const step = stepFor([1, 3, 6, ...YEARS], x(1) - x(0), 54)
  return between(from, to, step).map((month) => ({
    x: x(month),
    isMain: month % 12 === 0,
    small: sinceWords(month),
    year: null,
  }))
}

export function sinceWords(months: number): string {
  if (months === 0) return 'きっかけ'
  const [sign, size] = [months < 0 ? '−' : '', Math.abs(months)]
  return size % 12 === 0 ? `${sign}${size / 12}年` : `${sign}${size}か月`
}
