import { axisOf, type Tick } from '../journey-axes/journey-axes.ts'
import { type Bar, barsOf, COST_HEIGHT, costsOf } from '../journey-costs/journey-costs.ts'
import { CARE_LEVELS } from '../journey-fields/journey-fields.ts'
import { type Label, placed } from '../journey-labels/journey-labels.ts'
import type { Case, Moment } from '../journeys/journeys.ts'

export const MOST_CASES = 6
/** Widths in units of the drawing: a screen's column, A4 and A3 across, with letters of a size that is read there. */
export const WIDTHS = { screen: 1000, a4: 1240, a3: 1680 } as const
export type Paper = keyof typeof WIDTHS

export interface PictureWish {
  axis: 'calendar' | 'relative'
  width: number
}

export const LEFT = 54
const RIGHT = 66
const HEAD = 26
const LEADER = 20
const STEP = 13
const FOOT = 8

export interface Mark {
  x: number
  kind: 'event' | 'about' | 'trigger'
}
export interface Lane {
  case: Case
  top: number
  height: number
  labels: Label[]
  labelsTop: number
  leaders: { from: number; bottom: number; to: number }[]
  /** y of the line with the marks, of the lowest and highest step, of the foot of the bars. */
  line: number
  marks: Mark[]
  floor: number
  levels: { y: number; label: string }[]
  steps: { x: number; y: number }[]
  endLabel: { x: number; y: number; text: string } | null
  bars: Bar[]
  ground: number
  /** Events that have no label here. */
  more: number
}

export interface Layout {
  width: number
  left: number
  right: number
  height: number
  /** Where its first lane begins: not at 0 on a second sheet. */
  offset: number
  ticks: Tick[]
  lanes: Lane[]
}

/** When the case is thought to begin: at its mark, else with its first row. */
export const zeroOf = ({ moments }: Case): number => (moments.find((m) => m.isTrigger) ?? moments[0])?.month ?? 0

interface Scale {
  x(month: number): number
  left: number
  right: number
  perMonth: number
  topCost: number
  /** Steps shown: the same for all cases. */
  low: number
  high: number
}

export function layoutOf(cases: readonly Case[], wish: PictureWish): Layout {
  const [left, right] = [LEFT, wish.width - RIGHT]
  const shift = (one: Case) => (wish.axis === 'relative' ? zeroOf(one) : 0)
  const months = cases.flatMap((one) => one.moments.map((m) => m.month - shift(one)))
  const { from, to, ticks } = axisOf(months, { axis: wish.axis, left, right })
  const perMonth = (right - left) / Math.max(1, to - from)
  const seen = cases.flatMap((one) => one.moments.flatMap((m) => m.level ?? []))
  const scale = {
    ...{ left, right, perMonth, topCost: Math.max(0, ...cases.flatMap(costsOf).map((c) => c.yen)) },
    ...{ low: Math.max(0, Math.min(2, ...seen)), high: Math.max(4, ...seen) },
  }
  const lanes: Lane[] = []
  for (const one of cases) {
    const x = (month: number) => left + (month - shift(one) - from) * perMonth
    const above = lanes.at(-1)
    lanes.push(laneOf(one, { ...scale, x }, above ? above.top + above.height : 0))
  }
  const last = lanes.at(-1)
  return { width: wish.width, left, right, ticks, lanes, offset: 0, height: last ? last.top + last.height : 0 }
}

const isEvent = (m: Moment): boolean => Boolean(m.row.event)

function laneOf(one: Case, scale: Scale, top: number): Lane {
  const events = one.moments.filter(isEvent)
  const wishes = events.map((m) => ({ text: `${m.number} ${m.row.event}`, x: scale.x(m.month), isMain: m.isTrigger }))
  const { labels, height, unlabelled } = placed(wishes, scale)
  const labelsTop = top + HEAD
  const line = labelsTop + height + (labels.length > 0 ? LEADER : 0)
  const floor = line + 17 + (scale.high - scale.low) * STEP
  const bars = barsOf(one, scale)
  const ground = floor + (bars.length > 0 ? COST_HEIGHT + 20 : 0)
  const yOf = (level: number) => floor - (level - scale.low) * STEP
  return {
    ...{ case: one, top, labels, labelsTop, line, floor, bars, ground },
    height: ground + FOOT - top,
    leaders: labels.map((l) => ({ from: l.x, bottom: labelsTop + l.top + l.height, to: wishes[l.of]?.x ?? l.x })),
    marks: marksOf(events, scale),
    levels: CARE_LEVELS.slice(scale.low, scale.high + 1).map(({ label }, i) => ({ label, y: floor - i * STEP })),
    ...stepsOf(one, scale, yOf),
    more: unlabelled.length,
  }
}

/** One mark a month: two events of one month share it. */
function marksOf(events: readonly Moment[], scale: Scale): Mark[] {
  return [...new Set(events.map((m) => m.month))].map((month) => {
    const own = events.filter((m) => m.month === month)
    const isAbout = own.every((m) => m.isVague)
    return { x: scale.x(month), kind: own.some((m) => m.isTrigger) ? 'trigger' : isAbout ? 'about' : 'event' }
  })
}

/** A level holds until another one is said, at most to the last row. */
function stepsOf({ moments }: Case, scale: Scale, yOf: (level: number) => number): Pick<Lane, 'steps' | 'endLabel'> {
  const said = moments.filter((m) => m.level !== null)
  const last = said.at(-1)
  if (!last) return { steps: [], endLabel: null }
  const steps: Lane['steps'] = []
  for (const m of said) {
    const x = scale.x(m.month)
    const before = steps.at(-1)
    if (before) steps.push({ x, y: before.y })
    steps.push({ x, y: yOf(m.level as number) })
  }
  const [y, end] = [yOf(last.level as number), Math.max(scale.x(moments.at(-1)?.month ?? 0), scale.x(last.month) + 10)]
  steps.push({ x: end, y })
  return { steps, endLabel: { x: end + 6, y: y + 4, text: CARE_LEVELS[last.level as number]?.label ?? '' } }
}
