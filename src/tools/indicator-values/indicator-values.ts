import { half, readNumber } from '../../papers/values/values.ts'
import { dayOf, isDay, isLate, wareki, warekiShort } from '../../platform/time.ts'
import { readMonth } from '../journey-months/journey-months.ts'
import type { Indicator } from '../logic-models/logic-models.ts'

/** Measured once: `measuredOn` is a day, or a time as people write it (「令和6年度末」). */
export interface Measured {
  id: string
  regionId: string
  indicatorId: string
  measuredOn: string
  value: string
  note: string
  personId: string | null
  personName: string
  createdAt: string
}

export const shownTime = (typed: string): string => (isDay(typed) ? warekiShort(typed) : typed)

/** Months since year 0, with the day as a part of its month; null where no time can be read. */
export function timeOf(typed: string): number | null {
  if (isDay(typed))
    return Number(typed.slice(0, 4)) * 12 + Number(typed.slice(5, 7)) - 1 + (Number(typed.slice(8)) - 1) / 31
  return readMonth(typed)?.month ?? null
}

/** 「12.5％」 → 12.5; null for words. */
export function numberIn(typed: string): number | null {
  const read = readNumber(typed) ?? readNumber(half(typed).replace(/[^\d.,−-]+$/, ''))
  const number = read === null || read === '—' ? Number.NaN : Number(read)
  return Number.isFinite(number) ? number : null
}

/** Oldest first; what has no readable time stands where it was written down. */
export function inTime(values: readonly Measured[]): Measured[] {
  const keyed = values.map((value) => ({ value, at: timeOf(value.measuredOn) ?? timeOf(dayOf(value.createdAt)) ?? 0 }))
  return keyed.sort((a, b) => a.at - b.at || (a.value.id < b.value.id ? -1 : 1)).map(({ value }) => value)
}

export interface ValueRow {
  id: string
  when: string
  value: string
  note: string
  by: string
  /** 「目標まであと5」, where both are numbers. */
  toTarget: string
}

/** The table twin of the line: everything that was measured, newest first, in words. */
export function valueRows(indicator: Pick<Indicator, 'target'>, values: readonly Measured[]): ValueRow[] {
  const target = numberIn(indicator.target)
  return inTime(values)
    .toReversed()
    .map(({ id, measuredOn, value, note, personName, createdAt }) => ({
      id,
      when: shownTime(measuredOn),
      value,
      note,
      by: `${warekiShort(dayOf(createdAt))}・${personName}`,
      toTarget: gapWords(numberIn(value), target),
    }))
}

function gapWords(value: number | null, target: number | null): string {
  if (value === null || target === null) return ''
  const gap = Math.abs(Math.round((target - value) * 1000) / 1000)
  return gap === 0 ? '目標どおり' : `目標との差 ${gap}`
}

export interface NextTime {
  text: string
  isLate: boolean
}

/** 「次に測る日」; late only while nothing has been measured since then. */
export function nextTime(
  indicator: Pick<Indicator, 'nextOn'>,
  values: readonly Measured[],
  now: Date,
): NextTime | null {
  const { nextOn } = indicator
  if (!nextOn) return null
  if (!isDay(nextOn)) return { text: nextOn, isLate: false }
  const done = values.some(({ measuredOn }) => isDay(measuredOn) && measuredOn >= nextOn)
  return { text: wareki(nextOn), isLate: !done && isLate(nextOn, now) }
}
