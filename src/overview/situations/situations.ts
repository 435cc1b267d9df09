import { daysBetween, isLate, today } from '../../platform/time.ts'
import { type Consent, type ConsentKind, isConsented as isAgreed, standOf } from '../../programme/consents/consents.ts'
import type { Decision } from '../../programme/decisions/decisions.ts'
import type { Programme, Step } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Advice } from '../../support/advice/advice.ts'
import { deadlinesOf } from '../../support/deadlines/deadlines.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { type Agreed, isOverdue } from '../../support/promises/promises.ts'
import type { Report } from '../../support/reports/reports.ts'

/** One region as it stands today: every dated fact its reader may read. Home, matrix and Monday list derive from it. */
export interface Situation {
  region: Region
  programme: Programme
  steps: Step[]
  slots: Slot[]
  promises: Agreed[]
  advice: Advice[]
  /** The three lines that have come, by step. */
  reports: Report[]
  decision: Decision | null
  consents: Consent[]
  reopenedUntilOn: string | null
  lastMoveAt: string | null
  /** Something stands on the entry sheet. */
  isBegun: boolean
}

export const isConsented = ({ region, programme, consents }: Situation): boolean =>
  isAgreed(region, consents, programme.rules)

/** Somebody answered, but not with a yes. */
export const isDoubted = (s: Situation): boolean => !isConsented(s) && standOf(s.region, s.consents) !== null

export const isAnsweredBy = ({ consents }: Situation, kind: ConsentKind, organisationIds: readonly string[]): boolean =>
  consents.some((c) => c.kind === kind && c.organisationId !== null && organisationIds.includes(c.organisationId))

/** Handed in, not decided, and the answer is still missing. */
export const awaitsConsent = (s: Situation): boolean =>
  s.region.submittedAt !== null && s.region.announced === null && !isConsented(s)

/** Whose answer an entry waits for. */
export const consenter = ({ region }: Situation): string =>
  region.caseType === 'prefecture-led' ? '協力市町村' : '都道府県'

export const isReceived = (s: Situation): boolean => s.region.submittedAt !== null && isConsented(s)

export const isAlive = ({ region }: Situation): boolean => region.isSelected && !region.pause && !region.isSample

export function recordDueOn(s: Situation, slot: Slot): string | null {
  if (slot.state !== 'held' || !slot.meeting?.heldOn) return null
  const step = s.steps.find((one) => one.id === slot.stepId)
  return deadlinesOf(step, slot.meeting.heldOn).recordDueOn
}

/** Where the region stands: the meeting whose record is awaited, else the first one after all that is done. */
export function presentSlot(slots: readonly Slot[]): Slot | null {
  const held = slots.find((slot) => slot.state === 'held')
  const done = slots.findLastIndex((slot) => slot.state === 'done')
  return held ?? slots.slice(done + 1).find((slot) => slot.state !== 'cancelled') ?? null
}

/** The meeting that comes next and has no day yet. */
export function undatedSlot(s: Situation): Slot | null {
  const slot = isAlive(s) ? presentSlot(s.slots) : null
  return slot && (slot.state === 'none' || slot.state === 'arrange') ? slot : null
}

export const lateRecords = (s: Situation, now: Date): { slot: Slot; days: number }[] =>
  s.slots.flatMap((slot) => {
    const due = recordDueOn(s, slot)
    return due && isLate(due, now) ? [{ slot, days: daysBetween(due, today(now)) }] : []
  })

export const latePromises = (s: Situation, now: Date): Agreed[] => s.promises.filter((p) => isOverdue(p, now))

/** Days without any movement, when they are too many. */
export function quietDays(s: Situation, now: Date): number | null {
  if (!isAlive(s) || s.slots.every((slot) => slot.state === 'done' || slot.state === 'cancelled')) return null
  const days = daysBetween(today(s.lastMoveAt ?? s.region.createdAt), today(now))
  return days >= s.programme.rules.quietDays ? days : null
}
