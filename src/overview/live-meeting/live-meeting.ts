import type { Actor } from '../../access/actor.ts'
import { CIRCLES, type Circle } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock } from '../../platform/time.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import type { Advice } from '../../support/advice/advice.ts'
import type { Rostered } from '../../support/attendances/attendances.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { dueWordsOf } from '../../support/minutes/minutes.ts'
import { type Agreed, ownerWords } from '../../support/promises/promises.ts'
import type { MeetingLine } from '../../support/records/records.ts'

/** What stands on the wall is read by everybody in the room: never what only some of them may read. */
export const WALL_CIRCLES: readonly Circle[] = ['region', 'wg', 'joint']

export interface Wall {
  theme: string
  /** 回の前のひとこと, as the town sent it. */
  said: Record<'term' | 'text', string>[]
  situation: string[]
  decided: { text: string; isNewest: boolean }[]
  advice: { text: string; by: string }[]
  sides: { id: string; heading: string; isSupport: boolean; rows: Record<'text' | 'owner' | 'due', string>[] }[]
  keywords: string[]
  isEmpty: boolean
}

/** What one reader sees of a running meeting. */
export interface Noted {
  lines: readonly MeetingLine[]
  advice: readonly Advice[]
  next: readonly Agreed[]
}

export function wallOf({ lines, advice, next }: Noted, about: Pick<Wall, 'theme' | 'said' | 'keywords'>): Wall {
  const open = <T extends { circle: Circle }>(rows: readonly T[]) => rows.filter((r) => WALL_CIRCLES.includes(r.circle))
  const decided = open(lines).filter((line) => line.part === 'decided')
  const said = open(advice).map((a) => ({ text: a.text, by: a.advisorName }))
  const side = (id: 'town' | 'support', heading: string) => ({
    id,
    heading,
    isSupport: id === 'support',
    rows: open(next)
      .filter((p) => p.side === id)
      .map((p) => ({ text: p.text, owner: ownerWords(p), due: dueWordsOf(p) })),
  })
  const situation = open(lines).filter((line) => line.part === 'situation')
  const sides = [side('town', '市町村'), side('support', '支援する側')]
  return {
    ...about,
    situation: situation.map((line) => line.text),
    decided: decided.map((line, i) => ({ text: line.text, isNewest: i === decided.length - 1 })),
    advice: said,
    sides,
    isEmpty: situation.length + decided.length + said.length + sides.flatMap((s) => s.rows).length === 0,
  }
}

export interface LogRow {
  at: string
  kind: string
  text: string
  note: string
  circle: string | null
  editHref: string | null
}

/** ここまでの記録: newest first, everything this reader may read. */
export function logOf({ lines, advice, next }: Noted, editHref: (line: MeetingLine) => string | null): LogRow[] {
  const circleOf = (circle: Circle) => (circle === 'region' ? null : CIRCLES[circle])
  const KINDS = { situation: '状況', decided: '決まったこと', note: 'メモ' } as const
  const rows = [
    ...lines.map((line) => ({
      ...line,
      kind: KINDS[line.part] as string,
      note: line.personName,
      edit: editHref(line),
    })),
    ...advice.map((a) => ({ ...a, kind: '助言', note: a.advisorName, edit: null })),
    ...next.map((p) => ({ ...p, kind: '次にすること', note: `${ownerWords(p)}　${dueWordsOf(p)}`.trim(), edit: null })),
  ]
  return rows
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id))
    .map((r) => ({
      at: clock(r.createdAt),
      kind: r.kind,
      text: r.text,
      note: r.note,
      circle: circleOf(r.circle),
      editHref: r.edit,
    }))
}

/** Who sits before which meeting. */
export interface Seat {
  actor: Actor
  region: Region
  slot: Slot
}

export interface Present {
  roster: Rostered[]
  advisors: Map<string, string>
}

export interface LogPart {
  rows: LogRow[]
  watchers: string | null
  closed: { text: string; href: string } | null
}

interface RosterRow {
  who: string
  part: string
  state: 'present' | 'absent' | 'unknown'
  word: string
  isHead: boolean
  key: string
}

export interface PeoplePart {
  rows: RosterRow[]
  count: string
  markTo: string | null
}

export const isOpen = ({ region, slot }: Pick<Seat, 'region' | 'slot'>) =>
  notAliveReason(region) === null && !slot.meeting?.fixedAt

export const mayWrite = (view: Seat): boolean => isOpen(view) && may(view.actor, 'meeting.record', view.region)

const WORDS = { present: '出席', absent: '欠席', unknown: '未確認' } as const

export function peoplePart(view: Seat, { roster }: Present): PeoplePart {
  const rows = roster.map((one): RosterRow => {
    const state = one.isPresent === null ? 'unknown' : one.isPresent ? 'present' : 'absent'
    const who = [one.name, one.title && `（${one.title}）`].join('')
    return { who, part: one.office, state, word: WORDS[state], isHead: one.isHead, key: one.key }
  })
  const present = rows.filter((row) => row.state === 'present')
  const heads = present.filter((row) => row.isHead).length
  return {
    rows,
    count: `${present.length}人出席${heads > 0 ? `（課長級${heads}人）` : ''}`,
    markTo: mayWrite(view) ? paths.meetingAttendance(view.region.id, view.slot.number) : null,
  }
}
