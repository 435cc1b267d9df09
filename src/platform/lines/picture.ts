import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { axisLeft, CHART_WIDTH, countTicks } from '../charts/charts.ts'
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

export interface Series {
  label: string
  /** One for each place of the axis; null breaks the line. */
  values: readonly (number | null)[]
}

export interface LinesWish {
  id: string
  title: string
  /** Places of the axis from left to right: meetings, years. */
  places: readonly string[]
  /** At most three: a broad, a dashed and a thin line stay to be seen where they lie on each other. */
  series: readonly Series[]
  unit: string
  /** Where the axis ends at least: 「6地域のうち」 */
  most?: number
  width?: number
  empty?: string
}

interface Point {
  x: number
  y: number
}

/** Round and open, square and open, small and full: nested where values are equal. */
const MARKS: ((at: Point) => string)[] = [
  ({ x, y }) => `<circle class="ch-mark" cx="${px(x)}" cy="${px(y)}" r="8"/>`,
  ({ x, y }) => `<rect class="ch-mark ch-mark-1" x="${px(x - 4.5)}" y="${px(y - 4.5)}" width="9" height="9"/>`,
  ({ x, y }) => `<path class="ch-mark-2" d="M${px(x - 3)} ${px(y + 2.5)}h6l-3 -6z"/>`,
]

function legend(series: readonly Series[], width: number): { svg: string; bottom: number } {
  let [x, y] = [1, 0]
  const parts = series.map(({ label }, i) => {
    const takes = 40 + widthOf(label) + 14
    if (x > 1 && x + takes - 14 > width) [x, y] = [1, y + LEADING + 5]
    const sample = `<path class="ch-line ch-line-${i}" d="M${px(x)} ${px(y + 11)}h32"/>${MARKS[i]?.({ x: x + 16, y: y + 11 }) ?? ''}`
    const part = sample + text(x + 40, y + 16, label)
    x += takes
    return part
  })
  return { svg: parts.join(''), bottom: y + LEADING + 14 }
}

const HEIGHT = 150

interface Plot {
  xOf(index: number): number
  yOf(value: number): number
}

/** The whole line first, then its marks; broken where nothing is known. */
const drawnLine = ({ values }: Series, i: number, { yOf, xOf }: Plot): { line: string; marks: string } => {
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => xOf(at))
    .y((value) => yOf(value ?? 0))
    .digits(1)([...values])
  const marks = values.map((value, at) => (value === null ? '' : (MARKS[i]?.({ x: xOf(at), y: yOf(value) }) ?? '')))
  return { line: path ? `<path class="ch-line ch-line-${i}" d="${path}"/>` : '', marks: marks.join('') }
}

export const seriesWords = ({ places, unit }: LinesWish, { label, values }: Series): string =>
  `${label}：${places.map((place, i) => `${place} ${values[i] === null ? '—' : `${values[i]}${unit}`}`).join('、')}`

/** Numbers along time. */
export function linesPicture(wish: LinesWish): Drawn {
  const { id, title, places, series, width = CHART_WIDTH } = wish
  if (places.length === 0) return emptyPicture({ id, title, width, words: wish.empty })
  const most = Math.max(1, wish.most ?? 0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const ticks = countTicks(most)
  const head = legend(series, width)
  const left = 12 + widthOf(String(ticks.at(-1) ?? 0))
  const [top, bottom] = [head.bottom + 8, head.bottom + 8 + HEIGHT]
  const step = (width - left) / places.length
  const x = scalePoint(
    places.map((_, i) => i),
    [left + step / 2, width - step / 2],
  )
  const y = scaleLinear([0, ticks.at(-1) ?? most], [bottom, top])
  const plot: Plot = { xOf: (index) => x(index) ?? left, yOf: y }
  const labels = places.map((place) => labelLines(place, step - 4))
  const under = labels.map((lines, i) => textLines(plot.xOf(i), bottom + 20, lines, { look: 'ch-n', at: 'middle' }))
  const drawn = series.map((one, i) => drawnLine(one, i, plot))
  const inner = [
    head.svg,
    axisLeft(y, ticks, [left, width - 1]),
    stroke([left, bottom], [width - 1, bottom], 'ch-base'),
    ...drawn.map((one) => one.line),
    ...drawn.map((one) => one.marks),
    ...under,
  ].join('')
  const height = bottom + 8 + Math.max(...labels.map((lines) => lines.length)) * LEADING + 4
  const desc = series.map((one) => seriesWords(wish, one)).join('。')
  return framed({ id, title, desc, width, height }, inner)
}
