import { FONT, LINE } from '../journey-labels/journey-labels.ts'
import type { Case } from '../journeys/journeys.ts'
import { type Lane, type Layout, layoutOf, type Mark, type PictureWish } from './journey-pictures.ts'

export interface Picture extends PictureWish {
  title: string
  /** 「典型的な事例 n＝3」 */
  note: string
}

/** Everything the picture needs stands in it: it is also a file of its own, and the policy allows no styles in a page. */
const INK = { text: '#1a1a1a', second: '#4d4d4d', line: '#ccc', soft: '#e6e6e6', step: '#0017c1', cost: '#767676' }
const TOP = 62
const AXIS = 40

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
const n = (value: number): string => String(Math.round(value * 10) / 10)

interface Look {
  size?: number
  bold?: boolean
  ink?: string
  at?: 'start' | 'middle' | 'end'
  /** White around the letters, where lines of the grid run. */
  halo?: boolean
}
const text = (x: number, y: number, words: string, look: Look = {}): string =>
  `<text x="${n(x)}" y="${n(y)}" font-size="${look.size ?? FONT}"${look.bold ? ' font-weight="700"' : ''} fill="${look.ink ?? INK.text}"${look.at && look.at !== 'start' ? ` text-anchor="${look.at}"` : ''}${look.halo ? ' paint-order="stroke" stroke="#fff" stroke-width="4"' : ''}>${escaped(words)}</text>`
const line = (from: [number, number], to: [number, number], ink: string, rest = ''): string =>
  `<line x1="${n(from[0])}" y1="${n(from[1])}" x2="${n(to[0])}" y2="${n(to[1])}" stroke="${ink}"${rest}/>`

export interface Drawn {
  svg: string
  width: number
  height: number
}

export const pictureOf = (cases: readonly Case[], picture: Picture): Drawn => drawn(layoutOf(cases, picture), picture)

/** Sheets of at most `room` high, filled evenly; a lane is never cut, and all sheets have one axis. */
export function drawnSheets(cases: readonly Case[], picture: Picture, room: number): Drawn[] {
  const whole = layoutOf(cases, picture)
  const least = Math.ceil(whole.height / Math.max(1, room * SHRINK - TOP - 2 * AXIS))
  for (let sheets = Math.max(1, least); ; sheets++) {
    const each = Math.ceil(cases.length / sheets)
    const parts = Array.from({ length: Math.ceil(cases.length / Math.max(1, each)) }, (_, i) =>
      whole.lanes.slice(i * each, (i + 1) * each),
    )
    const fits = parts.every((lanes) => heightOf(lanes) + TOP + 2 * AXIS <= room * SHRINK)
    if (fits || each <= 1) return parts.map((lanes) => drawn(moved(whole, lanes), picture))
  }
}

/** A sheet a little too high is drawn a little smaller. */
const SHRINK = 1.1
const heightOf = (lanes: readonly Lane[]): number => lanes.reduce((sum, lane) => sum + lane.height, 0)

/** Some lanes of a layout as a layout of their own. */
const moved = (layout: Layout, lanes: readonly Lane[]): Layout => ({
  ...layout,
  lanes: [...lanes],
  offset: lanes[0]?.top ?? 0,
  height: heightOf(lanes),
})

function drawn(layout: Layout, picture: Picture): Drawn {
  const bottom = TOP + AXIS + layout.height
  const height = Math.ceil(bottom + AXIS + 4)
  const inner = [
    text(0, 24, picture.title, { size: 18, bold: true }),
    text(0, 46, picture.note, { ink: INK.second }),
    `<g transform="translate(0 ${TOP})">${axis(layout, 'above')}</g>`,
    grid(layout, TOP + AXIS - layout.offset, [TOP + AXIS, bottom]),
    `<g transform="translate(0 ${n(TOP + AXIS - layout.offset)})">${layout.lanes.map((lane) => laneSvg(lane, layout)).join('\n')}</g>`,
    `<g transform="translate(0 ${n(bottom)})">${axis(layout, 'below')}</g>`,
    legend(layout),
  ].join('\n')
  const cases = layout.lanes.map(({ case: one }) => `${one.label} ${one.title}`).join('、')
  const named = escaped(`${picture.title}。${picture.note}。${cases}`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${layout.width} ${height}" width="${layout.width}" height="${height}" role="img" aria-label="${named}" font-family="'Noto Sans JP Variable','Noto Sans JP',sans-serif"><rect width="100%" height="100%" fill="#fff"/>
${inner}
</svg>`
  return { svg, width: layout.width, height }
}

/** Years stand outside, months or months since inside. */
function axis({ ticks, left, right }: Layout, side: 'above' | 'below'): string {
  const [edge, small, year] = side === 'above' ? [AXIS, AXIS - 6, AXIS - 22] : [0, 16, 33]
  return [
    line([left, edge], [right, edge], INK.text),
    ...ticks.flatMap((tick) => [
      tick.small ? text(tick.x, small, tick.small, { size: 11, ink: INK.second, at: 'middle' }) : '',
      tick.year ? text(tick.year.x, year, tick.year.text, { bold: true, at: 'middle' }) : '',
    ]),
  ].join('')
}

const grid = ({ ticks, lanes, left, right }: Layout, top: number, [from, to]: [number, number]): string =>
  [
    ...ticks.filter((t) => !t.year).map((t) => line([t.x, from], [t.x, to], t.isMain ? INK.line : INK.soft)),
    ...lanes.slice(1).map((lane) => line([0, top + lane.top], [right + 66, top + lane.top], INK.text)),
    ...lanes.flatMap((lane) => lane.levels.map(({ y }) => line([left, top + y], [right, top + y], INK.soft))),
  ].join('')

function laneSvg(lane: Lane, { left, right }: Layout): string {
  const { case: one } = lane
  const head = `${one.label}　${one.title}`
  const base = lane.top + 20
  const more = lane.more > 0 ? `　ほか${lane.more}件の出来事は表にあります` : ''
  const title = `<text x="0" y="${n(base)}" font-size="14" fill="${INK.text}"><tspan font-weight="700">${escaped(shortHead(head, right))}</tspan><tspan dx="14" font-size="12" fill="${INK.second}">${escaped(one.who + more)}</tspan></text>`
  if (one.moments.length === 0)
    return `<g>${title}${text(left, lane.floor - 8, '時期のわかる行が、まだありません', { ink: INK.second })}</g>`
  return `<g>${[title, labels(lane), marks(lane, left, right), steps(lane, left), bars(lane, left, right)].join('')}</g>`
}

const shortHead = (head: string, right: number): string => {
  const most = Math.floor(right / 14) - 22
  return [...head].length > most ? `${[...head].slice(0, most - 1).join('')}…` : head
}

function labels(lane: Lane): string {
  const leaders = lane.leaders.map(({ from, bottom, to }) => {
    const bend = lane.line - 16
    return `<path d="M${n(from)} ${n(bottom + 3)}V${n(bend)}L${n(to)} ${n(lane.line - 6)}" fill="none" stroke="${INK.cost}"/>`
  })
  const words = lane.labels.flatMap(({ lines, x, top }) =>
    lines.map((words, i) => text(x, lane.labelsTop + top + (i + 0.78) * LINE, words, { at: 'middle', halo: true })),
  )
  return [...leaders, ...words].join('')
}

const SHAPES: Record<Mark['kind'], (x: number, y: number) => string> = {
  event: (x, y) => `<path d="M${n(x)} ${n(y - 6)}l6 6l-6 6l-6 -6z" fill="${INK.text}"/>`,
  about: (x, y) =>
    `<path d="M${n(x)} ${n(y - 6)}l6 6l-6 6l-6 -6z" fill="#fff" stroke="${INK.text}" stroke-width="1.5"/>`,
  trigger: (x, y) => `<path d="M${n(x - 8)} ${n(y - 6)}h16l-8 14z" fill="#ac3e00"/>`,
}

function marks(lane: Lane, left: number, right: number): string {
  return [
    line([left, lane.line], [right, lane.line], INK.cost),
    text(left - 6, lane.line + 4, '出来事', { size: 11, ink: INK.second, at: 'end' }),
    ...lane.marks.map(({ x, kind }) => SHAPES[kind](x, lane.line)),
  ].join('')
}

function steps({ levels, steps: points, endLabel }: Lane, left: number): string {
  const path = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')
  return [
    ...levels.map(({ label, y }) => text(left - 6, y + 4, label, { size: 11, ink: INK.second, at: 'end' })),
    path && `<path d="${path}" fill="none" stroke="${INK.step}" stroke-width="3" stroke-linejoin="round"/>`,
    endLabel ? text(endLabel.x, endLabel.y, endLabel.text, { size: 12, bold: true, ink: INK.step }) : '',
  ].join('')
}

function bars({ bars: all, ground }: Lane, left: number, right: number): string {
  if (all.length === 0) return ''
  return [
    line([left, ground], [right, ground], INK.cost),
    text(left - 6, ground, '費用', { size: 11, ink: INK.second, at: 'end' }),
    ...all.map(
      (b) =>
        `<rect x="${n(b.x - b.width / 2)}" y="${n(ground - b.height)}" width="${n(b.width)}" height="${n(b.height)}" fill="${INK.cost}"/>`,
    ),
    ...all
      .filter((b) => b.label)
      .map((b) => text(b.x, ground - b.height - 4, b.label, { size: 11, at: 'middle', halo: true })),
  ].join('')
}

/** Shapes with their words; only those that are seen. */
function legend({ lanes, width }: Layout): string {
  const kinds = new Set(lanes.flatMap((lane) => lane.marks.map((mark) => mark.kind)))
  const items: [draw: string, words: string][] = [
    ...(kinds.has('event') ? [[SHAPES.event(8, -4), '出来事'] as [string, string]] : []),
    ...(kinds.has('about') ? [[SHAPES.about(8, -4), 'おおよその時期の出来事'] as [string, string]] : []),
    ...(kinds.has('trigger') ? [[SHAPES.trigger(8, -5), 'きっかけ'] as [string, string]] : []),
    ...(lanes.some((lane) => lane.steps.length > 0)
      ? [[`<path d="M0 0h8v-8h10" fill="none" stroke="${INK.step}" stroke-width="3"/>`, '要介護度'] as [string, string]]
      : []),
    ...(lanes.some((lane) => lane.bars.length > 0)
      ? [[`<rect x="4" y="-12" width="8" height="12" fill="${INK.cost}"/>`, '費用'] as [string, string]]
      : []),
  ]
  const widths = items.map(([, words]) => 24 + [...words].length * 12 + 22)
  const starts = widths.map((_, i) => widths.slice(0, i).reduce((sum, w) => sum + w, 0))
  const left = width - widths.reduce((sum, w) => sum + w, 0) + 22
  return items
    .map(
      ([draw, words], i) =>
        `<g transform="translate(${n(left + (starts[i] ?? 0))} 46)">${draw}${text(24, 0, words, { size: 12, ink: INK.second })}</g>`,
    )
    .join('')
}
