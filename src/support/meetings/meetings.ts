import { clock, today, warekiShort } from '../../platform/time.ts'
import type { Step, StepKind } from '../../programme/programmes/programmes.ts'

export const MODES = { online: 'オンライン', onsite: '現地', both: '現地とオンライン' } as const
export type Mode = keyof typeof MODES

/** Derived, never ticked. */
export const MEETING_STATES = {
  none: '未定',
  arrange: '調整中',
  fixed: '予定',
  held: '記録待ち',
  done: '済',
  cancelled: '中止',
} as const
export type MeetingState = keyof typeof MEETING_STATES

/** 支援の回: one per step once somebody plans or records it, and extra ones without a step. */
export interface Meeting {
  id: string
  programmeId: string
  regionId: string | null
  stepId: string | null
  stepKey: string | null
  number: number
  label: string
  kind: StepKind
  /** The day it is planned for, or was held on. */
  heldOn: string | null
  /** Instant of its beginning, when a time is known. */
  startsAt: string | null
  minutes: number | null
  mode: Mode | null
  place: string
  url: string
  keywords: string[]
  isRecorded: boolean
  fixedAt: string | null
  fixedBy: string | null
  cancelledAt: string | null
  cancelReason: string | null
  /** 中止 (it was to be held) or 実施しない (this region leaves it out); null counts as 中止. */
  cancelKind: 'cancelled' | 'skipped' | null
  /** 延期: why it lost its day; gone when it gets a new one. */
  postponeReason: string | null
  createdAt: string
}

/** A place for a meeting: every step of the region has one, planned or not; extra meetings follow. */
export interface Slot {
  number: number
  label: string
  shortLabel: string
  kind: StepKind
  stepId: string | null
  stepKey: string | null
  meeting: Meeting | null
  state: MeetingState
}

/** Extra meetings are numbered behind every step a programme could have. */
export const FIRST_EXTRA = 51

export function meetingStateOf(meeting: Meeting | null, now: Date): MeetingState {
  if (!meeting) return 'none'
  if (meeting.fixedAt) return 'done'
  if (meeting.cancelledAt) return 'cancelled'
  if (meeting.isRecorded || (meeting.heldOn && meeting.heldOn < today(now))) return 'held'
  if (meeting.heldOn) return 'fixed'
  return meeting.mode ? 'arrange' : 'none'
}

/** Steps in their order, each with its meeting; then what stands outside the steps. `steps` are one programme's, of any level. */
export function slotsOf(
  steps: readonly Step[],
  meetings: readonly Meeting[],
  now: Date,
  level: Step['level'] = 'region',
): Slot[] {
  const own = steps.filter((step) => step.level === level)
  const used = new Set(meetings.map((m) => m.number))
  const planned = own.map((step, i): Slot => {
    const meeting = meetings.find((m) => m.stepId === step.id) ?? null
    const { label, shortLabel, kind } = step
    const number = meeting?.number ?? (used.has(i + 1) ? FIRST_EXTRA - 30 + i : i + 1)
    return {
      number,
      label,
      shortLabel,
      kind,
      stepId: step.id,
      stepKey: step.key,
      meeting,
      state: meetingStateOf(meeting, now),
    }
  })
  const taken = new Set(planned.map((slot) => slot.meeting?.id))
  const extra = meetings
    .filter((m) => !taken.has(m.id))
    .map((m): Slot => {
      const { number, label, kind } = m
      return {
        number,
        label,
        shortLabel: label,
        kind,
        stepId: null,
        stepKey: m.stepKey,
        meeting: m,
        state: meetingStateOf(m, now),
      }
    })
  return [...planned, ...extra]
}

/** The meeting that comes next: the first one planned ahead, else the first step nobody has planned after what is done. */
export function nextSlot(slots: readonly Slot[]): Slot | null {
  const ahead = slots.filter((slot) => slot.state === 'fixed')
  const soonest = ahead.toSorted((a, b) => (a.meeting?.heldOn ?? '').localeCompare(b.meeting?.heldOn ?? ''))[0]
  if (soonest) return soonest
  const lastDone = slots.findLastIndex((slot) => slot.state === 'done' || slot.state === 'held')
  return slots.slice(lastDone + 1).find((slot) => slot.state === 'none' || slot.state === 'arrange') ?? null
}

/** A record everybody may still add to. */
export const isOpen = (meeting: Meeting | null): boolean => !meeting?.fixedAt

/** For the part /parts/state: its shape and the word beside it. A closed record that says nothing has no day to come. */
export function shownState(
  slot: Pick<Slot, 'state'> & { meeting?: Meeting | null },
  isClosed = false,
): { state: string; word: string } {
  const isSkipped = slot.meeting?.cancelKind === 'skipped'
  if (slot.state === 'cancelled') return { state: 'no', word: isSkipped ? '実施しない' : MEETING_STATES.cancelled }
  if (slot.state === 'arrange' && slot.meeting?.postponeReason) return { state: 'arrange', word: '延期・調整中' }
  if (slot.state === 'none' && isClosed) return { state: 'none', word: '記録なし' }
  return { state: slot.state, word: MEETING_STATES[slot.state] }
}

/** R7.12.12（金）14:00, or null without a day. */
export function whenOf(meeting: Meeting | null): string | null {
  if (!meeting?.heldOn) return null
  return meeting.startsAt ? `${warekiShort(meeting.heldOn)} ${clock(meeting.startsAt)}` : warekiShort(meeting.heldOn)
}
