import { folded } from '../../papers/values/values.ts'
import { CARE_LEVELS } from '../journey-fields/journey-fields.ts'
import { monthWords } from '../journey-months/journey-months.ts'
import type { Case, Moment } from '../journeys/journeys.ts'

/** 「Xのあと12か月以内に要介護度が上がったか」; no word: the row with the mark. */
export interface Counting {
  word: string
  months: number
}

export type Result = 'rose' | 'held' | 'short' | 'no_level' | 'absent'
export const RESULTS: Record<Result, string> = {
  rose: '上がった',
  held: '上がっていない',
  short: '期間の途中までの記録（数えない）',
  no_level: '要介護度の記入がない（数えない）',
  absent: 'この出来事がない（数えない）',
}

export interface CountedCase {
  case: Case
  result: Result
  /** 「令和5年2月 自宅で転倒」 */
  event: string
  /** 「要支援1 → 要介護2（令和5年10月）」 */
  levels: string
}

export interface Counted {
  numerator: number
  denominator: number
  rows: CountedCase[]
  /** 「転倒のあと12か月以内に要介護度が上がった」 */
  claim: string
  /** First and last month of what was counted. */
  period: string
}

const named = (level: number): string => CARE_LEVELS[level]?.label ?? ''
const isIt = (m: Moment, word: string): boolean =>
  word === '' ? m.isTrigger : folded(m.row.event ?? '').includes(folded(word))

export function counted(cases: readonly Case[], asked: Counting): Counted {
  const rows = cases.map((one) => countedCase(one, asked))
  const used = rows.filter(({ result }) => result === 'rose' || result === 'held')
  const months = used.flatMap(({ case: one }) => one.moments.map((m) => m.month))
  return {
    numerator: used.filter(({ result }) => result === 'rose').length,
    denominator: used.length,
    rows,
    claim: `${asked.word ? `「${asked.word}」` : 'きっかけ'}のあと${asked.months}か月以内に要介護度が上がった`,
    period: months.length > 0 ? `${monthWords(Math.min(...months))}〜${monthWords(Math.max(...months))}` : '',
  }
}

/** The first such event counts. Before it the level that was said last; without one, the level said with it. */
function countedCase(one: Case, { word, months }: Counting): CountedCase {
  const at = one.moments.findIndex((m) => isIt(m, word))
  const event = one.moments[at]
  if (!event) return { case: one, result: 'absent', event: '', levels: '' }
  const words = `${monthWords(event.month)} ${event.row.event ?? ''}`.trim()
  const before = one.moments.slice(0, at).findLast((m) => m.level !== null)
  const base = before?.level ?? event.level
  if (base === null) return { case: one, result: 'no_level', event: words, levels: '' }
  const after = one.moments.slice(at).filter((m) => m.level !== null && m.month <= event.month + months)
  const rise = after.find((m) => (m.level as number) > base)
  if (rise)
    return {
      case: one,
      result: 'rose',
      event: words,
      levels: `${named(base)} → ${named(rise.level as number)}（${monthWords(rise.month)}）`,
    }
  // Not risen so far says nothing where the notes end before the time is over.
  const isSeen = (one.moments.at(-1)?.month ?? 0) >= event.month + months
  return { case: one, result: isSeen ? 'held' : 'short', event: words, levels: `${named(base)} のまま` }
}

/** Words of events that several cases have: to choose from. */
export function commonWords(cases: readonly Case[]): string[] {
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })
  const seen = new Map<string, Set<string>>()
  for (const one of cases)
    for (const m of one.moments)
      for (const { segment } of segmenter.segment(m.row.event ?? ''))
        if (/^[\p{Script=Han}\p{Script=Katakana}ー]{2,}$/u.test(segment))
          seen.set(segment, (seen.get(segment) ?? new Set()).add(one.part))
  return [...seen]
    .filter(([, parts]) => parts.size > 1)
    .sort((a, b) => b[1].size - a[1].size)
    .slice(0, 8)
    .map(([word]) => word)
}
