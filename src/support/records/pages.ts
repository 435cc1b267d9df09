import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import type { ShownAdvice } from '../advice/advice.ts'
import { MODES, type Slot, shownState } from '../meetings/meetings.ts'
import { type ShownPromise, SIDES, type Side, sidesOf } from '../promises/promises.ts'
import { ADVICE_ROWS, PROMISE_ROWS } from './forms.ts'
import {
  type CircleOption,
  circleOptions,
  datesLink,
  emptyWords,
  factsOf,
  inWords,
  LINE_PARTS,
  type LinePart,
  type LineWords,
  linksOf,
  type MeetingFact,
  type MeetingLine,
} from './records.ts'

interface ShownLine extends LineWords {
  editHref: string | null
}

export interface MeetingPage {
  around: RegionFrame
  heading: string
  state: string
  word: string
  facts: MeetingFact[]
  parts: { id: string; heading: string; lines: ShownLine[] }[]
  advice: ShownAdvice[]
  promises: { heading: string; side: Side; rows: ShownPromise[] }[]
  emptyText: string | null
  reason: string | null
  scheduleHref: string | null
  recordHref: string | null
  cancelHref: string | null
  links: { label: string; href: string }[]
  fixTo: string | null
  fixReaders: string
}

export interface RecordPage {
  around: RegionFrame
  heading: string
  saveTo: string
  backHref: string
  form: FormState
  modes: typeof MODES
  sides: Record<Side, string>
  circles: CircleOption[]
  advisors: { value: string; label: string }[]
  adviceRows: number[]
  promiseRows: number[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/records/show': MeetingPage
    'support/records/record': RecordPage
  }
}

export interface MeetingView {
  actor: Actor
  region: Region
  slot: Slot
  lines: readonly MeetingLine[]
  advice: ShownAdvice[]
  promises: { side: Side; shown: ShownPromise }[]
}

export function meetingPage(view: MeetingView): MeetingPage {
  const { actor, region, slot, lines } = view
  const alive = notAliveReason(region) === null
  const open = alive && !slot.meeting?.fixedAt
  const url = (deed: 'meeting.schedule' | 'meeting.record' | 'meeting.fix', href: string, when = open) =>
    when && may(actor, deed, region) ? href : null
  const isInside = circlesReadBy(actor, region).includes('region')
  const recorded = slot.meeting?.isRecorded === true
  const cancellable = !recorded && slot.state !== 'cancelled'
  const parts = (Object.keys(LINE_PARTS) as LinePart[]).map((part) => ({
    id: `part-${part}`,
    heading: LINE_PARTS[part],
    lines: lines.filter((line) => line.part === part).map((line) => shownLine(view, line)),
  }))
  const sides = (Object.keys(SIDES) as Side[]).map((side) => ({
    heading: sidesOf(region)[side],
    side,
    rows: view.promises.filter((p) => p.side === side).map((p) => p.shown),
  }))
  const isEmpty = lines.length + view.advice.length + view.promises.length === 0
  return {
    around: regionFrame(actor, region, 'meetings'),
    heading: slot.label,
    ...shownState(slot, region.isSample),
    facts: factsOf(slot.meeting, isInside),
    parts: parts.filter((part) => part.lines.length > 0),
    advice: view.advice,
    promises: sides.filter((side) => side.rows.length > 0),
    emptyText: isEmpty
      ? emptyWords({ isSample: region.isSample, recorded, mayRecord: may(actor, 'meeting.record', region) })
      : null,
    reason: isInside && slot.meeting?.cancelledAt ? (slot.meeting.cancelReason ?? '') : null,
    scheduleHref: url('meeting.schedule', paths.meetingSchedule(region.id, slot.number), open && !recorded),
    recordHref: url('meeting.record', paths.meetingRecord(region.id, slot.number)),
    cancelHref: cancellable ? url('meeting.schedule', paths.meetingCancellation(region.id, slot.number)) : null,
    links: [...datesLink(actor, region, slot), ...linksOf(actor, region, slot)],
    fixTo: url('meeting.fix', paths.meetingFix(region.id, slot.number), open && recorded),
    fixReaders: CIRCLE_READERS.region,
  }
}

function shownLine({ actor, region, slot }: MeetingView, line: MeetingLine): ShownLine {
  const deed = slot.meeting?.fixedAt ? 'meeting.fix' : 'meeting.record'
  const open = notAliveReason(region) === null && may(actor, deed, region) && may(actor, 'meeting.record', region)
  return { ...inWords(line), editHref: open ? paths.meetingLine(region.id, slot.number, line.id) : null }
}

export function recordPage(
  actor: Actor,
  region: Region,
  asked: { slot: Slot; form: FormState; advisors: ReadonlyMap<string, string> },
): RecordPage {
  const { slot, form, advisors } = asked
  return {
    around: regionFrame(actor, region, 'meetings'),
    heading: `${slot.label}を記録する`,
    saveTo: paths.meetingRecord(region.id, slot.number),
    backHref: paths.meeting(region.id, slot.number),
    form,
    modes: MODES,
    sides: sidesOf(region),
    circles: circleOptions(actor, region),
    advisors: [...advisors].map(([value, label]) => ({ value, label })),
    adviceRows: Array.from({ length: ADVICE_ROWS }, (_, i) => i),
    promiseRows: Array.from({ length: PROMISE_ROWS }, (_, i) => i),
  }
}
