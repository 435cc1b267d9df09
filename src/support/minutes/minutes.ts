import type { Circle } from '../../access/circles.ts'
import { clock, wareki, warekiShort } from '../../platform/time.ts'
import type { Attendance } from '../attendances/attendances.ts'
import { type Meeting, MODES } from '../meetings/meetings.ts'
import type { Agreed, Side } from '../promises/promises.ts'
import { LINE_PARTS, type LinePart } from '../records/records.ts'

interface Item {
  text: string
  circle: Circle
}

/** 議事録: everything a meeting's record held at one moment, each item with its circle. */
export interface Minutes {
  regionName: string
  theme: string
  label: string
  when: string
  place: string
  keywords: string[]
  people: Attendance[]
  lines: (Item & { part: LinePart })[]
  advice: (Item & { by: string })[]
  next: (Item & { side: Side; owner: string; due: string })[]
}

/** 第1版 is the record as it was fixed; each later one has a reason. */
export interface MinutesVersion {
  number: number
  reason: string
  personName: string
  createdAt: string
  minutes: Minutes
}

/** Only what stands in the reader's circles; who was there and the keywords are for the region. */
export function readBy(minutes: Minutes, circles: readonly Circle[]): Minutes {
  const read = <T extends Item>(items: T[]) => items.filter((item) => circles.includes(item.circle))
  const isInside = circles.includes('region')
  return {
    ...minutes,
    keywords: isInside ? minutes.keywords : [],
    people: isInside ? minutes.people : [],
    lines: read(minutes.lines),
    advice: read(minutes.advice),
    next: read(minutes.next),
  }
}

export const dueWordsOf = (p: Pick<Agreed, 'dueOn' | 'dueText'>): string =>
  p.dueOn ? `${warekiShort(p.dueOn)}まで` : p.dueText || '期限は未定'

/** 令和7年12月12日（金）14:00（90分） */
export function whenWords(meeting: Pick<Meeting, 'heldOn' | 'startsAt' | 'minutes'> | null): string {
  if (!meeting?.heldOn) return '日時は未定'
  const time = meeting.startsAt ? ` ${clock(meeting.startsAt)}` : ''
  return `${wareki(meeting.heldOn)}${time}${meeting.minutes ? `（${meeting.minutes}分）` : ''}`
}

export const placeWords = (meeting: Pick<Meeting, 'mode' | 'place'> | null): string =>
  [meeting?.mode && MODES[meeting.mode], meeting?.place].filter(Boolean).join('・')

export interface MinutesPart {
  heading: string
  rows: { text: string; note: string; circle: Circle }[]
}

const ORDER: readonly LinePart[] = ['situation', 'decided', 'note']

/** The parts in the order they are read, on the page, on paper and in the letter; empty ones are left out. */
export function partsOf(minutes: Minutes): MinutesPart[] {
  const lines = ORDER.map((part) => ({
    heading: part === 'note' ? '支援チームのメモ' : LINE_PARTS[part],
    rows: minutes.lines.filter((line) => line.part === part).map((line) => ({ ...line, note: '' })),
  }))
  const advice = { heading: '助言', rows: minutes.advice.map((a) => ({ ...a, note: a.by })) }
  const next = (side: Side, heading: string) => ({
    heading,
    rows: minutes.next
      .filter((n) => n.side === side)
      .map((n) => ({ ...n, note: [n.owner, n.due].filter(Boolean).join('　') })),
  })
  const all = [...lines, advice, next('town', '次にすること（地域）'), next('support', '次にすること（支援する側）')]
  return all.filter((part) => part.rows.length > 0)
}
