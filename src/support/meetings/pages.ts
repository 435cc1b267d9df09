import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { emptyForm } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { MODES, type Slot, shownState, whenOf } from './meetings.ts'

interface Row {
  label: string
  href: string
  state: string
  word: string
  when: string | null
  mode: string
  reason: string | null
}

export interface MeetingsPage {
  around: RegionFrame
  rows: Row[]
  emptyText: string
  addHref: string | null
}

export interface SchedulePage {
  around: RegionFrame
  heading: string
  lead: string
  saveTo: string
  button: string
  readers: string
  asksLabel: boolean
  modes: typeof MODES
  form: FormState
}

export interface CancellationPage {
  around: RegionFrame
  heading: string
  saveTo: string
  backHref: string
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/meetings/index': MeetingsPage
    'support/meetings/schedule': SchedulePage
    'support/meetings/cancellation': CancellationPage
  }
}

export function meetingsPage(actor: Actor, region: Region, slots: readonly Slot[]): MeetingsPage {
  const isInside = circlesReadBy(actor, region).includes('region')
  const rows = slots.map((slot): Row => {
    const mode = slot.meeting?.mode ? MODES[slot.meeting.mode] : '—'
    const href = paths.meeting(region.id, slot.number)
    const reason = isInside && slot.state === 'cancelled' ? (slot.meeting?.cancelReason ?? null) : null
    return { label: slot.label, href, ...shownState(slot, region.isSample), when: whenOf(slot.meeting), mode, reason }
  })
  const addHref =
    notAliveReason(region) === null && may(actor, 'meeting.schedule', region) ? paths.meetingNew(region.id) : null
  const emptyText = region.isSelected
    ? 'この年度事業には、まだ回がありません。年度事業の設定で決めます。'
    : '採択されると、ここに回が並びます。'
  return { around: regionFrame(actor, region, 'meetings'), rows: region.isSelected ? rows : [], emptyText, addHref }
}

/** What stands in the schedule's form at first. */
export function scheduleValues({ meeting }: Slot): FormState {
  const time = meeting?.startsAt ? clock(meeting.startsAt) : ''
  return emptyForm({
    heldOn: meeting?.heldOn ?? '',
    time,
    minutes: meeting?.minutes ? String(meeting.minutes) : '',
    mode: meeting?.mode ?? 'online',
    place: meeting?.place ?? '',
    url: meeting?.url ?? '',
  })
}

export function schedulePage(
  actor: Actor,
  region: Region,
  asked: { slot: Slot | null; form: FormState },
): SchedulePage {
  const { slot, form } = asked
  const isMoved = slot?.meeting?.heldOn != null
  return {
    around: regionFrame(actor, region, 'meetings'),
    heading: slot ? `${slot.label}の予定を${isMoved ? '変える' : '決める'}` : '回を加える',
    lead: '日が決まらないときは空けておけます。その回は「調整中」になります。',
    saveTo: slot ? paths.meetingSchedule(region.id, slot.number) : paths.meetings(region.id),
    button: isMoved ? '予定を変える' : '予定を決める',
    readers: CIRCLE_READERS.region,
    asksLabel: slot === null,
    modes: MODES,
    form,
  }
}

export const cancellationPage = (
  actor: Actor,
  region: Region,
  asked: { slot: Slot; form: FormState },
): CancellationPage => ({
  around: regionFrame(actor, region, 'meetings'),
  heading: `${asked.slot.label}を中止にする`,
  saveTo: paths.meetingCancellation(region.id, asked.slot.number),
  backHref: paths.meeting(region.id, asked.slot.number),
  readers: CIRCLE_READERS.region,
  form: asked.form,
})
