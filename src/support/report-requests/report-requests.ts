import { dueWords, isLate, warekiShort } from '../../platform/time.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import {
  dueOf,
  isClosed,
  meantSlot,
  pairLabel,
  type Report,
  type Round,
  sentWords,
  turnOf,
} from '../reports/reports.ts'

export interface Asking {
  region: Region
  programme: Programme
  round: Round
  /** How links in letters begin. */
  origin: string
}

/** Where a pair of meetings stands with its three lines, in words. */
export interface RoundRow {
  label: string
  state: string
  isLate: boolean
  due: string
  detail: string
  href: string
  act: string
  askTo: string | null
}

/** Not a line of this pair has come though it is wanted. */
export const isMissing = (round: Round, report: Report | null): boolean => report === null && turnOf(round) !== 'over'

export function rowOf(
  round: Round,
  report: Report | null,
  at: { now: Date; href: string; askTo: string | null; writes: boolean },
): RoundRow {
  const due = dueOf(round)
  const missing = isMissing(round, report)
  const late = missing && due !== null && isLate(due, at.now)
  const wanted = missing ? 'まだ届いていません' : '届きませんでした'
  const when = due && missing ? `（${dueWords(due, at.now)}）` : ''
  return {
    label: pairLabel(round),
    state: report ? '届いています' : wanted,
    isLate: late,
    due: due ? `${warekiShort(due)}${when}` : '—（回の日が決まると出ます）',
    detail: report ? sentWords(report.sent) : `${meantSlot(round).label}の前に読みます`,
    href: at.href,
    act: at.writes && !isClosed(round, report) ? (report ? '付け加える・直す' : '書く') : '読む',
    askTo: missing ? at.askTo : null,
  }
}
