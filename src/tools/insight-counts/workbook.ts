import { type List, listOf } from '../../platform/office/csv.ts'
import { CHECK_NAMES } from '../questions/questions.ts'
import type { YearCount } from './store.ts'

export function insightCountList(counts: readonly YearCount[]): List {
  const byId = new Map(counts.map((count) => [count.checkId, count]))
  const rows = Object.entries(CHECK_NAMES).flatMap(([id, label]) => {
    const count = byId.get(id)
    return count ? [{ ...count, label }] : []
  })
  return listOf<YearCount & { label: string }>(
    [
      ['問い', 50, ({ label }) => label],
      ['符号', 8, ({ checkId }) => checkId],
      ['出た', 8, ({ shown }) => shown],
      ['直した', 8, ({ fixed }) => fixed],
      ['理由を書いて残した', 12, ({ kept }) => kept],
      ['このままにした', 12, ({ left }) => left],
      ['まだ', 8, ({ open }) => open],
      ['地域の数', 8, ({ regions }) => regions],
    ],
    rows,
  )
}
