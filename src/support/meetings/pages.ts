import type { Actor } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
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

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/meetings/index': MeetingsPage
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
