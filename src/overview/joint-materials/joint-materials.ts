import { dueWords, isLate, warekiShort } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { AgendaBody } from '../joint-agendas/joint-agendas.ts'
import type { Joint } from '../joint-report/joint-report.ts'

/** What a region can hand in: files it made, and its own papers as they stand at that moment. */
export const HAND_IN_KINDS = {
  file: 'ファイル',
  board: '支援経過（1枚）',
  closing: 'まとめ',
  logic_model: 'ロジックモデル',
} as const
export type HandInKind = keyof typeof HAND_IN_KINDS
export type PaperHandIn = Exclude<HandInKind, 'file'>
export const PAPER_HAND_INS = ['board', 'closing', 'logic_model'] as const satisfies readonly PaperHandIn[]

/** One handing in. Handing in again adds a version to the series; what was handed in before stays as it was. */
export interface HandIn {
  id: string
  programmeId: string
  regionId: string
  seriesId: string
  version: number
  kind: HandInKind
  title: string
  note: string
  fileId: string | null
  /** The paper as it was at that moment: what is written in it afterwards goes nowhere. */
  body: unknown
  personId: string | null
  byName: string
  onBehalfOf: string | null
  handedAt: string
  withdrawnAt: string | null
  withdrawnBy: string | null
}

/** As lists need it: without the papers themselves. */
export type Listed = Omit<HandIn, 'body'>

const newestFirst = <T extends Listed>(all: readonly T[]): T[] => all.toSorted((a, b) => b.version - a.version)

/** The newest version of each series, unless it was taken back. */
export function currentOf<T extends Listed>(all: readonly T[]): T[] {
  const series = [...new Set(all.map((one) => one.seriesId))]
  return series.flatMap((id) => {
    const [last] = newestFirst(all.filter((one) => one.seriesId === id))
    return last && last.withdrawnAt === null ? [last] : []
  })
}

export const earlierOf = <T extends Listed>(all: readonly T[], { seriesId, version }: T): T[] =>
  newestFirst(all.filter((one) => one.seriesId === seriesId && one.version < version))

/** Where the series of a paper is one and the same. */
export const seriesOf = (regionId: string, kind: PaperHandIn): string => `${kind}/${regionId}`

export interface Standing {
  region: Region
  current: Listed[]
  /** Nothing was handed in, though the region reports. */
  isMissing: boolean
  isLate: boolean
  state: { shape: string; word: string }
}

export const dueOf = (joint: Joint, agenda: Pick<AgendaBody, 'dueOn'> | null): string | null =>
  agenda?.dueOn ?? joint.usualDueOn

/** Where each region stands with its materials, in the order of the regions. */
export function standingsOf(
  joint: Joint,
  handIns: readonly Listed[],
  { dueOn, now }: { dueOn: string | null; now: Date },
): Standing[] {
  return joint.regions.map((region) => {
    const current = currentOf(handIns.filter((one) => one.regionId === region.id))
    const isMissing = current.length === 0 && region.pause === null
    const late = isMissing && dueOn !== null && isLate(dueOn, now)
    return { region, current, isMissing, isLate: late, state: stateOf(region, current.length, late) }
  })
}

function stateOf(region: Region, count: number, late: boolean): Standing['state'] {
  if (count > 0) return { shape: 'done', word: `${count}点 出ています` }
  if (region.pause) return { shape: 'paused', word: region.pause.kind === 'stop' ? '中止' : '休止中' }
  return late ? { shape: 'late', word: '期日を過ぎています' } : { shape: 'none', word: 'まだ出ていません' }
}

export const dueText = (dueOn: string | null, now: Date): string =>
  dueOn ? `${warekiShort(dueOn)}（${dueWords(dueOn, now)}）` : '会の日が決まると出ます'

/** Handing in is never closed: after the meeting it is said that it comes late. */
export function lateNote(joint: Joint, dueOn: string | null, now: Date): string | null {
  if (joint.isOver) return `${joint.label}は終わりましたが、いまからでも出せます。参加した人が、あとから読めます`
  if (joint.isOpen) return `きょうが${joint.label}です。出すと、すぐに参加している人みんなが読めます`
  return dueOn && isLate(dueOn, now) ? '期日を過ぎていますが、いまからでも出せます' : null
}

/** Until the day it may be taken back; from then on others have read it, and it can only be replaced. */
export const mayWithdraw = (joint: Joint, handIn: Listed): boolean => !joint.isOpen && handIn.withdrawnAt === null

export const JOINT_REMINDER = 'joint_reminder'
