import { paths } from '../../paths/paths.ts'
import { dayOf, today, wareki } from '../../platform/time.ts'
import { HAND_IN_ANSWERS, type HandIn } from '../homework/homework.ts'
import type { Slot } from '../meetings/meetings.ts'
import { type Agreed, isHomework, ownerWords, PROMISE_TYPES } from '../promises/promises.ts'

/** One thing on one day: a word for what it is, what, and where to read more. */
export interface Moment {
  on: string
  word: string
  text: string
  href: string | null
  note: string
}

export interface Course {
  regionId: string
  importedAt: string | null
  slots: readonly Slot[]
  promises: readonly Agreed[]
  handIns: readonly HandIn[]
}

const meetings = ({ slots, regionId }: Course): Moment[] =>
  slots.flatMap(({ meeting, label, number, state }) =>
    meeting?.heldOn && state !== 'cancelled'
      ? [{ on: meeting.heldOn, word: '回', text: label, href: paths.meeting(regionId, number), note: '' }]
      : [],
  )

/** The day of an imported record is the import's, not the day it was agreed. */
const agreed = ({ promises, importedAt, regionId }: Course): Moment[] =>
  promises.flatMap((p) =>
    p.createdAt === importedAt || (p.doneAt === p.createdAt && p.status === 'done')
      ? []
      : [
          {
            on: dayOf(p.createdAt),
            word: isHomework(p) ? '宿題' : '約束',
            text: p.text,
            href: isHomework(p) ? paths.homework(regionId, p.id) : paths.promises(regionId),
            note: ownerWords(p),
          },
        ],
  )

const handed = ({ handIns, promises, regionId }: Course): Moment[] =>
  handIns.flatMap((one) => {
    const p = promises.find(({ id }) => id === one.promiseId)
    if (!p || !one.submittedAt) return []
    const at = { text: p.text, href: paths.homework(regionId, p.id) }
    const sent = { ...at, on: one.arrivedOn ?? dayOf(one.submittedAt), word: '提出', note: `第${one.number}版` }
    if (!one.answer || !one.answeredAt) return [sent]
    const note = `第${one.number}版：${HAND_IN_ANSWERS[one.answer]}`
    return [sent, { ...at, on: dayOf(one.answeredAt), word: '返事', note }]
  })

const done = ({ promises, regionId }: Course): Moment[] =>
  promises.flatMap((p) =>
    p.status === 'done' && p.heldOn && !isHomework(p)
      ? [
          {
            on: p.heldOn,
            word: '実践',
            text: p.text,
            href: paths.practice(regionId, p.id),
            note: [PROMISE_TYPES[p.type], p.withWhom].filter(Boolean).join('・'),
          },
        ]
      : [],
  )

export interface TimelineDay {
  label: string
  isAhead: boolean
  rows: Moment[]
}

/** Everything that has a day, the latest day first. */
export function timelineOf(course: Course, now: Date): TimelineDay[] {
  const all = [...meetings(course), ...agreed(course), ...handed(course), ...done(course)]
  const days = [...new Set(all.map(({ on }) => on))].sort().reverse()
  return days.map((on) => ({
    label: wareki(on),
    isAhead: on > today(now),
    rows: all.filter((one) => one.on === on),
  }))
}
