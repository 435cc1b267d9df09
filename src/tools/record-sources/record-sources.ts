import type { Circle } from '../../access/circles.ts'
import type { Body } from '../../papers/templates/templates.ts'
import type { Advice } from '../../support/advice/advice.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import type { Agreed } from '../../support/promises/promises.ts'
import type { MeetingLine } from '../../support/records/records.ts'
import type { Measured } from '../indicator-values/indicator-values.ts'

/** What was said, done, advised and measured is rows; to be copied from, each kind reads as a paper. */
export const RECORD_SOURCES = {
  records: '回の記録',
  practices: '取組',
  advice: '助言',
  measures: '指標の値',
  gathered: '書いたもののまとめ',
} as const
export type RecordSource = keyof typeof RECORD_SOURCES
export const isRecordSource = (kind: string): kind is RecordSource => Object.hasOwn(RECORD_SOURCES, kind)

/** Read by everybody in the region and beyond: only such words may come into a paper that all of them read. */
export const WIDE: readonly Circle[] = ['region', 'wg', 'joint']

export interface RecordRows {
  slots: readonly Slot[]
  lines: readonly MeetingLine[]
  advice: readonly Advice[]
  promises: readonly Agreed[]
  values: readonly Measured[]
  /** Papers whose circle is wide enough. */
  model: Body
  issues: Body
  causes: Body
  closing: Body
}

/** Meetings with a record, in their order. */
export const recorded = (slots: readonly Slot[]): Slot[] => slots.filter(({ meeting }) => meeting?.isRecorded)

/** Those after the first one at which work began: what is told there may already be a change. */
export function laterMeetings(slots: readonly Slot[]): Slot[] {
  const all = recorded(slots)
  const first = all.findIndex(({ kind }) => kind === 'support' || kind === 'planning')
  return all.slice(Math.max(first, 0) + 1)
}

export const earlyMeetings = (slots: readonly Slot[]): Slot[] => {
  const later = new Set(laterMeetings(slots))
  return recorded(slots).filter((slot) => !later.has(slot))
}
