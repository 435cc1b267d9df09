import { type List, listOf } from '../../platform/office/csv.ts'
import { clock } from '../../platform/time.ts'
import { STEP_KINDS } from '../../programme/programmes/programmes.ts'
import { MODES, type Slot } from '../meetings/meetings.ts'
import { yearState } from './year-meetings.ts'

export const yearMeetingList = (slots: readonly Slot[]): List =>
  listOf<Slot>(
    [
      ['番号', 8, ({ number }) => number],
      ['会', 24, ({ label }) => label],
      ['種類', 18, ({ kind }) => STEP_KINDS[kind]],
      ['状態', 12, (slot) => yearState(slot).word],
      ['日', 12, ({ meeting }) => meeting?.heldOn],
      ['始まり', 10, ({ meeting }) => meeting?.startsAt && clock(meeting.startsAt)],
      ['形', 16, ({ meeting }) => meeting?.mode && MODES[meeting.mode]],
      ['場所', 24, ({ meeting }) => meeting?.place],
    ],
    slots,
  )
