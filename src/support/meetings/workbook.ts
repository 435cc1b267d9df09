import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { clock, dayOf } from '../../platform/time.ts'
import { MODES, type Slot, shownState } from './meetings.ts'

/** Every place for a meeting, held or not; keywords, and why a meeting was put off, are for 地域の全員 only. */
export function meetingList(slots: readonly Slot[], isInside: boolean): List {
  const columns: Column<Slot>[] = [
    ['番号', 8, ({ number }) => number],
    ['回', 20, ({ label }) => label],
    ['状態', 12, (slot) => shownState(slot).word],
    ['日', 12, ({ meeting }) => meeting?.heldOn],
    ['始まり', 10, ({ meeting }) => meeting?.startsAt && clock(meeting.startsAt)],
    ['分', 8, ({ meeting }) => meeting?.minutes],
    ['形', 16, ({ meeting }) => meeting?.mode && MODES[meeting.mode]],
    ['場所', 24, ({ meeting }) => meeting?.place],
    ['キーワード', 30, ({ meeting }) => (isInside ? meeting?.keywords.join('、') : '')],
    ['記録の確定', 12, ({ meeting }) => meeting?.fixedAt && dayOf(meeting.fixedAt)],
    ['延期・中止の理由', 30, ({ meeting }) => (isInside ? (meeting?.cancelReason ?? meeting?.postponeReason) : '')],
  ]
  return listOf(columns, slots)
}
