import { paths } from '../../paths/paths.ts'
import type { Crumb } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs, type StepKind } from '../../programme/programmes/programmes.ts'

/** Who advises a year: its working group, its committee. */
export const BODY_KINDS = { wg: 'WG（ワーキンググループ）', committee: '委員会' } as const
export type BodyKind = keyof typeof BODY_KINDS

export interface WgBody {
  id: string
  programmeId: string
  kind: BodyKind
  name: string
  createdAt: string
  createdBy: string
}

/** A seat: a person with an account, or a name only. What was said of it when it was given stays after it ended. */
export interface Seat {
  id: string
  bodyId: string
  personId: string | null
  membershipId: string | null
  name: string
  kana: string
  affiliation: string
  title: string
  /** 座長, printed ◎. */
  isChair: boolean
  fromOn: string
  /** Last day; where the person's role ended earlier, that day. */
  toOn: string | null
  endReason: string
  createdAt: string
  createdBy: string
}

export const isSeatedOn = (seat: Pick<Seat, 'fromOn' | 'toOn'>, on: string): boolean =>
  seat.fromOn <= on && (seat.toOn === null || seat.toOn >= on)

/** The chair first, then by kana; who has none comes by name after them. */
export const bySeat = (a: Seat, b: Seat): number =>
  Number(b.isChair) - Number(a.isChair) ||
  Number(a.kana === '') - Number(b.kana === '') ||
  a.kana.localeCompare(b.kana, 'ja') ||
  a.name.localeCompare(b.name, 'ja')

export const CHAIR = '◎'
export const ROSTER_NOTE = '敬称略。◎は座長'
export const rosterName = (seat: Pick<Seat, 'name' | 'isChair'>): string => `${seat.isChair ? CHAIR : ''}${seat.name}`

/** Which body a year's meeting is of, where nobody said so: the only one of its kind, else the first. */
export const usualBody = (kind: StepKind, bodies: readonly WgBody[]): WgBody | null => {
  if (kind !== 'wg-meeting' && kind !== 'committee') return null
  return bodies.find((body) => body.kind === (kind === 'committee' ? 'committee' : 'wg')) ?? null
}

/** 第1回, 第2回 … of one body, in the order of the days; meetings without a day keep their place behind. */
export function roundsOf<M extends { id: string; heldOn: string | null; number: number }>(
  meetings: readonly M[],
): Map<string, number> {
  const order = meetings.toSorted(
    (a, b) => (a.heldOn ?? '9999').localeCompare(b.heldOn ?? '9999') || a.number - b.number,
  )
  return new Map(order.map((meeting, at) => [meeting.id, at + 1]))
}

/** ホーム › 令和7年度… › WG・委員会 › … */
export const groupCrumbs = (programme: Pick<Programme, 'id' | 'name'>, ...rest: Crumb[]): Crumb[] =>
  programmeCrumbs(
    programme,
    { label: 'WG・委員会', ...(rest.length > 0 && { href: paths.groups(programme.id) }) },
    ...rest,
  )
