import { emsOf } from '../../platform/wrapping/wrapping.ts'
import { axisOf } from '../journey-axes/journey-axes.ts'
import type { Indicator } from '../logic-models/logic-models.ts'
import { escaped, shownNumber as n } from '../model-boxes/picture.ts'
import { inTime, type Measured, numberIn, shownTime, timeOf } from './indicator-values.ts'

export interface IndicatorPicture {
  svg: string
  width: number
  height: number
  /** Values that are words, or have no time that can be read: they stand in the table alone. */
  left: number
}

const SIZE = { width: 720, height: 270 }
const FRAME = { left: 64, right: 600, top: 40, bottom: 206 }

interface Point {
  at: number
  value: number
  label: string
}

/** The line of an indicator over time, with its target and the day it is measured next; null before two facts are there. */
export function indicatorPicture(
  indicator: Pick<Indicator, 'id' | 'text' | 'baseline' | 'target' | 'period' | 'nextOn'>,
  values: readonly Measured[],
): IndicatorPicture | null {
  const points = pointsOf(values)
  const target = numberIn(indicator.target)
  if (points.length === 0 || (points.length === 1 && target === null)) return null
  const next = timeOf(indicator.nextOn)
  const months = [...points.map(({ at }) => at), ...(next === null ? [] : [next])]
  const axis = axisOf(months.map(Math.floor), { axis: 'calendar', left: FRAME.left, right: FRAME.right })
  const x = (at: number) => FRAME.left + ((at - axis.from) * (FRAME.right - FRAME.left)) / (axis.to - axis.from)
  const scale = scaleOf([...points.map(({ value }) => value), ...(target === null ? [] : [target])])
  const y = (value: number) =>
    FRAME.bottom - ((value - scale.low) * (FRAME.bottom - FRAME.top)) / (scale.high - scale.low)
  const parts = [
    ...scale.steps.map((step) => gridLine(y(step), step)),
    ...axis.ticks.map((tick) => tickAt(tick)),
    target === null ? '' : targetLine(y(target), indicator.target),
    next === null ? '' : nextLine(x(next)),
    lineThrough(points.map(({ at, value }) => [x(at), y(value)])),
    ...points.map((point, i) =>
      dot(x(point.at), y(point.value), { label: point.label, isLast: i === points.length - 1 }),
    ),
  ]
  const id = `iv-${escaped(indicator.id)}`
  const title = `<title id="${id}">${escaped(`${indicator.text}の移りかわり`)}</title>`
  const desc = `<desc id="${id}-d">${escaped(`同じ値を表で読めます。測った値は${values.length}。`)}</desc>`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" class="iv-svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" ` +
    `height="${SIZE.height}" role="img" aria-labelledby="${id} ${id}-d">${title}${desc}${parts.join('')}</svg>`
  return { svg, ...SIZE, left: values.length - points.length }
}

const pointsOf = (values: readonly Measured[]): Point[] =>
  inTime(values).flatMap(({ measuredOn, value }) => {
    const [at, number] = [timeOf(measuredOn), numberIn(value)]
    return at === null || number === null ? [] : [{ at, value: number, label: `${shownTime(measuredOn)} ${value}` }]
  })

interface Scale {
  low: number
  high: number
  steps: number[]
}

/** Round steps that hold all values; from zero where that does not squeeze the line flat. */
export function scaleOf(values: readonly number[]): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const from =
    least > 0 && (least < most * 0.8 || least === most) ? 0 : Math.min(least, least > 0 ? least * 0.95 : least)
  const span = most - from || Math.abs(most) || 1
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((m) => m * power >= rough) ?? 10) * power
  const low = Math.floor(from / step) * step
  const count = Math.max(1, Math.ceil((most - low) / step - 1e-9))
  const tidy = (value: number) => Number(value.toPrecision(12))
  return {
    low: tidy(low),
    high: tidy(low + count * step),
    steps: Array.from({ length: count + 1 }, (_, i) => tidy(low + i * step)),
  }
}

const gridLine = (y: number, step: number): string =>
  `<path class="iv-grid" d="M${FRAME.left} ${n(y)}H${FRAME.right}"/>` +
  `<text class="pic-sub pic-end" x="${FRAME.left - 8}" y="${n(y + 4)}">${step.toLocaleString('ja-JP')}</text>`

function tickAt({ x, isMain, small, year }: ReturnType<typeof axisOf>['ticks'][number]): string {
  const line = `<path class="${isMain ? 'hd' : 'iv-grid'}" d="M${n(x)} ${FRAME.bottom}v6"/>`
  const month = small
    ? `<text class="pic-sub pic-mid" x="${n(x)}" y="${FRAME.bottom + 20}">${escaped(small)}</text>`
    : ''
  const words = year
    ? `<text class="pic-no pic-mid" x="${n(year.x)}" y="${FRAME.bottom + 40}">${escaped(year.text)}</text>`
    : ''
  return line + month + words
}

const targetLine = (y: number, target: string): string =>
  `<path class="iv-target" d="M${FRAME.left} ${n(y)}H${FRAME.right}"/>` +
  `<text class="iv-target-t" x="${FRAME.right + 8}" y="${n(y + 4)}">目標 ${escaped([...target].slice(0, 8).join(''))}</text>`

const nextLine = (x: number): string =>
  `<path class="iv-next" d="M${n(x)} ${FRAME.top - 22}V${FRAME.bottom}"/>` +
  `<text class="pic-sub pic-mid" x="${n(x)}" y="12">次に測る日</text>`

const lineThrough = (points: readonly (readonly number[])[]): string =>
  points.length < 2 ? '' : `<path class="iv-line" d="M${points.map(([x = 0, y = 0]) => `${n(x)} ${n(y)}`).join('L')}"/>`

/** The last value is written beside its dot; the others tell theirs when pointed at, and in the table. */
function dot(x: number, y: number, { label, isLast }: { label: string; isLast: boolean }): string {
  const value = label.slice(label.lastIndexOf(' ') + 1)
  const fits = x + 10 + emsOf(value) * 14 < SIZE.width
  const word = isLast
    ? `<text class="iv-now${fits ? '' : ' pic-end'}" x="${n(fits ? x + 9 : x - 9)}" y="${n(y - 8)}">${escaped(value)}</text>`
    : ''
  return `<g><title>${escaped(label)}</title><circle class="iv-dot" cx="${n(x)}" cy="${n(y)}" r="5"/>${word}</g>`
}
