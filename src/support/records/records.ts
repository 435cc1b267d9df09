import type { Actor, RegionFacts } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, type Circle, circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, wareki } from '../../platform/time.ts'
import { oneOf } from '../../platform/web/forms.ts'
import { tell } from '../../platform/web/live.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type Meeting, MODES, type Slot } from '../meetings/meetings.ts'

export const LINE_PARTS = { situation: '状況・変化', decided: '決まったこと', note: 'メモ' } as const
export type LinePart = keyof typeof LINE_PARTS

/** A line of a meeting's record; many people write them at once, so each is a row with its own version. */
export interface MeetingLine {
  id: string
  meetingId: string
  part: LinePart
  text: string
  circle: Circle
  version: number
  personName: string
  createdAt: string
  inferred: boolean
}

/** Where those who have a meeting's page open listen: one topic for each circle they read. */
export const meetingTopic = (regionId: string, n: number, circle: Circle): string =>
  `meeting/${regionId}/${n}/${circle}`

/** After the commit: something of this meeting changed for the readers of this circle. */
export const tellMeeting = (regionId: string, n: number, circle: Circle, what: 'lines' | 'people' | 'all'): void =>
  tell(meetingTopic(regionId, n, circle), what)

/** One fact per line, as people type them: bullets at the head are taken off. */
export const plainLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[\s・･•‣*-]+/, '').trim())
    .filter((line) => line !== '')

/** Circles a record may be written for: what its writer reads, from the usual one on. */
export const writableCircles = (actor: Actor, region: RegionFacts): Circle[] => {
  const reads = circlesReadBy(actor, region)
  return (['region', 'town', 'team'] as const).filter((circle) => reads.includes(circle))
}

export interface CircleOption {
  value: Circle
  label: string
  hint: string
}

/** The same as the choices of a form, each with who reads it. */
export const circleOptions = (actor: Actor, region: RegionFacts): CircleOption[] =>
  writableCircles(actor, region).map((value) => ({ value, label: CIRCLES[value], hint: CIRCLE_READERS[value] }))

/** Who reads it, among the circles its writer may write for. */
export const circleField = (allowed: readonly Circle[]) => {
  const labels = Object.fromEntries(allowed.map((circle) => [circle, CIRCLES[circle]])) as Record<Circle, string>
  return oneOf(labels, 'だれが読むかを選んでください')
}

export interface MeetingFact {
  term: string
  text: string
  href?: string
}

/** When, how and where, for the head of a record. The address and the keywords are for 地域の全員 only. */
export function factsOf(meeting: Meeting | null, isInside: boolean): MeetingFact[] {
  const when = meeting?.heldOn
    ? `${wareki(meeting.heldOn)}${meeting.startsAt ? ` ${clock(meeting.startsAt)}` : ''}`
    : ''
  const fixed = meeting?.fixedAt && meeting.fixedBy ? `${wareki(dayOf(meeting.fixedAt))} ${meeting.fixedBy}` : null
  return [
    { term: '日時', text: when && meeting?.minutes ? `${when}（${meeting.minutes}分）` : when },
    { term: '形', text: [meeting?.mode && MODES[meeting.mode], meeting?.place].filter(Boolean).join('・') },
    ...(isInside && meeting?.url ? [{ term: '会議のURL', text: '会議をひらく（別の画面）', href: meeting.url }] : []),
    ...(isInside && meeting && meeting.keywords.length > 0
      ? [{ term: 'キーワード', text: meeting.keywords.join('、') }]
      : []),
    ...(fixed ? [{ term: '確定', text: fixed }] : []),
  ]
}

export interface LineWords {
  id: string
  text: string
  inferred: boolean
  /** Named only when it is not the usual one. */
  circle: string | null
  by: string
}

export const inWords = (line: MeetingLine): LineWords => ({
  id: line.id,
  text: line.text,
  inferred: line.inferred,
  circle: line.circle === 'region' ? null : CIRCLES[line.circle],
  by: line.personName,
})

/** What a record without a line says to its reader. */
export function emptyWords(about: { isSample: boolean; recorded: boolean; mayRecord: boolean }): string {
  if (about.isSample) return 'この回について、資料には記録がありません。'
  if (about.recorded) return 'この回の記録は、あなたが読める範囲にはありません。'
  return about.mayRecord
    ? 'まだ記録がありません。回のあとに「記録する」から、1行でも書けます。'
    : 'まだ記録がありません。回のあとにアドバイザーか事務局が記録します。'
}

/** Meeting mode while the record is open, its papers, and the minutes once there is something to read. */
export function linksOf(actor: Actor, region: Region, slot: Slot): { label: string; href: string }[] {
  if (!region.isSelected) return []
  const open = notAliveReason(region) === null && !slot.meeting?.fixedAt
  const hasPapers = slot.meeting !== null && may(actor, 'meeting.papers', region)
  const at = [region.id, slot.number] as const
  return [
    ...(may(actor, 'desk.view', region) ? [{ label: '読んで備える', href: paths.desk(...at) }] : []),
    ...(may(actor, 'report.view', region) && !region.isSample
      ? [{ label: '回の前のひとこと', href: paths.reports(region.id) }]
      : []),
    ...(open ? [{ label: '会議の画面を開く', href: paths.meetingLive(...at) }] : []),
    ...(slot.meeting?.isRecorded ? [{ label: '議事録', href: paths.meetingMinutes(...at) }] : []),
    ...(open && slot.meeting?.isRecorded && may(actor, 'meeting.record', region)
      ? [{ label: '消した行', href: paths.meetingRemoved(...at) }]
      : []),
    ...(hasPapers ? [{ label: '次第・名簿・資料', href: paths.meetingPapers(...at) }] : []),
  ]
}

/** 日程調整, for who plans meetings, while this one has not been held. */
export const datesLink = (actor: Actor, region: Region, slot: Slot): { label: string; href: string }[] =>
  notAliveReason(region) === null &&
  may(actor, 'meeting.schedule', region) &&
  !slot.meeting?.isRecorded &&
  slot.state !== 'done'
    ? [{ label: '日程調整', href: paths.dates(paths.meeting(region.id, slot.number)) }]
    : []
