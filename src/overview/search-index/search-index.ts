import type { Circle } from '../../access/circles.ts'
import type { Deed } from '../../access/may.ts'
import type { Region } from '../../programme/regions/regions.ts'

/** What can be found, as a filter names it. */
export const TEXT_KINDS = {
  record: '会議の記録',
  advice: '助言',
  promise: '約束・実践',
  report: '回の前のひとこと',
  consultation: '個別相談',
  sheet: 'シート',
  closing: 'まとめ',
  cause: '真因の仮説',
  journey: '経過図',
  model: 'ロジックモデル',
  partner: '関係者・協議の場',
  entry: 'エントリー',
  board: '支援経過（1枚）',
  comment: 'コメント',
  file: 'ファイルの名前',
  note: '支援チームのメモ',
  year: '年度（会議・意見・ツール）',
} as const
export type TextKind = keyof typeof TEXT_KINDS

/** A text that can be found, with the place it leads to and who may read it there. */
export interface Findable {
  kind: TextKind
  circle: Circle
  /** What else must be allowed to open its place; '' where seeing the region is enough. */
  deed: Deed | ''
  href: string
  /** 「支援2 状況・変化」 */
  label: string
  text: string
  /** A day or an instant: the newest is found first. */
  at: string
}

/** As it is kept: of which region (or year) it is, and the marks a search is narrowed by. */
export interface Kept extends Findable {
  id: number
  placeId: string
  regionId: string | null
  programmeId: string
  marks: string
}

/** Letters and digits only, so that a mark is one word of the index. */
const plain = (id: string) => id.toLowerCase().replace(/[^a-z0-9]/g, (sign) => `0${sign.charCodeAt(0).toString(36)}`)

/** The marks of a search, each with a letter of its own in front. */
export const MARKS = {
  programme: (id: string) => `p${plain(id)}`,
  region: (id: string) => `r${plain(id)}`,
  /** Of a region's members: applicant, joint, cooperating. */
  member: (organisationId: string) => `m${plain(organisationId)}`,
  prefecture: (organisationId: string) => `f${plain(organisationId)}`,
  circle: (circle: Circle) => `c${circle}`,
  kind: (kind: string) => `k${plain(kind)}`,
  year: (fiscalYear: number | string) => `y${plain(String(fiscalYear))}`,
  scene: (code: string) => `s${plain(code)}`,
  sample: 'x',
  /** Of a year, not of a region. */
  ofYear: 'z',
} as const

export const marksOfRegion = (region: Region, fiscalYear: number): string[] => [
  MARKS.programme(region.programmeId),
  MARKS.region(region.id),
  ...new Set(region.members.flatMap((m) => (m.organisationId ? [MARKS.member(m.organisationId)] : []))),
  ...(region.prefectureId ? [MARKS.prefecture(region.prefectureId)] : []),
  MARKS.year(fiscalYear),
  ...region.scenes.map(({ code }) => MARKS.scene(code)),
  ...(region.isSample ? [MARKS.sample] : []),
]

const LAST_DAY = 65_536
const A_DAY = 2 ** 24

/** The day as a number that falls, so that what is newest comes first. */
export const dayNumber = (at: string): number => {
  const day = Math.floor(Date.parse(at.slice(0, 10)) / 86_400_000)
  return LAST_DAY - Math.min(Math.max(Number.isNaN(day) ? 0 : day, 0), LAST_DAY - 1)
}
export const numberOn = (day: number, at: number): number => day * A_DAY + at

/** Texts longer than this are found by their beginning. */
export const LONGEST = 20_000

/** What says the same in the same place needs no new row. */
export const sameText = (row: Omit<Kept, 'id'>): string =>
  JSON.stringify([row.kind, row.circle, row.deed, row.href, row.label, row.text, row.at, row.marks])
