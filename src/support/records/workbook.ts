import { CIRCLES } from '../../access/circles.ts'
import { type List, listOf } from '../../platform/office/csv.ts'
import { LINE_PARTS, type MeetingLine } from './records.ts'

/** What was recorded in the meetings, one line a row, by meeting. */
export const recordList = (lines: readonly MeetingLine[], meetingLabels: ReadonlyMap<string, string>): List =>
  listOf<MeetingLine>(
    [
      ['回', 18, ({ meetingId }) => meetingLabels.get(meetingId)],
      ['種類', 16, ({ part }) => LINE_PARTS[part]],
      ['記録', 80, ({ text }) => text],
      ['推定', 8, ({ inferred }) => (inferred ? '推定' : '')],
      ['書いた人', 18, ({ personName }) => personName],
      ['読む人', 14, ({ circle }) => CIRCLES[circle]],
    ],
    [...meetingLabels.keys()].flatMap((id) => lines.filter(({ meetingId }) => meetingId === id)),
  )
