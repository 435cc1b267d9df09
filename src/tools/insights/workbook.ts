import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { dayOf } from '../../platform/time.ts'
import { FATES } from '../check-fates/check-fates.ts'
import { type Insight, LEVEL_WORDS, paperTitle, sortedInsights } from './insights.ts'
import type { RegionInsights } from './store.ts'

/** Every question its reader sees, open first, with what became of it. */
export function insightList({ facts, found, fates }: RegionInsights): List {
  const { open, answered } = sortedInsights(found, fates)
  const columns: Column<Insight>[] = [
    ['文書', 24, ({ found: one }) => paperTitle(one.place.ref, facts.bodies[one.place.ref])],
    ['どこ', 30, ({ found: one }) => one.place.label],
    ['種類', 14, ({ found: one }) => LEVEL_WORDS[one.level]],
    ['問い', 70, ({ found: one }) => one.message],
    ['初めて出た日', 12, ({ fate }) => fate && dayOf(fate.firstShownAt)],
    ['どうしたか', 20, ({ fate }) => fate?.fate && FATES[fate.fate]],
    ['理由', 40, ({ fate }) => fate?.reason],
    ['だれが', 18, ({ fate }) => (fate?.fate ? fate.person : '')],
  ]
  return listOf(columns, [...open, ...answered])
}
