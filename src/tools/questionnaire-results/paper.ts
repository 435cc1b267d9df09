import { percent } from '../questionnaire-counts/questionnaire-counts.ts'
import { ROUNDS, type Round } from '../questionnaires/questionnaires.ts'
import type { QuestionResult, RoundResult } from './questionnaire-results.ts'

export interface CrossPart {
  heading: string
  who: string
  columns: string[]
  rows: { label: string; n: number; cells: string[] }[]
}

export const at = (round: Round, n: number): string => (round === 'once' ? `n=${n}` : `${ROUNDS[round]}（n=${n}）`)

/** The table that says what the bars say. */
export function tableRows({ rounds }: QuestionResult): { label: string; cells: string[] }[] {
  const drawn = rounds.flatMap(({ tally }) => (tally?.counts ? [tally] : []))
  const counted = (drawn[0]?.counts ?? []).map(({ label }, i) => ({
    label,
    cells: drawn.map(({ n, counts }) => `${counts?.[i]?.n ?? 0}人（${percent(counts?.[i]?.n ?? 0, n)}）`),
  }))
  const numbers = rounds.flatMap((one) => (one.numbers?.mean ? [one.numbers] : []))
  if (numbers.length === 0) return counted
  return [
    { label: '平均', cells: numbers.map(({ mean }) => mean ?? '') },
    { label: 'まん中の値', cells: numbers.map(({ median }) => median ?? '') },
  ]
}

/** Without a single number it says so in a sentence: no rows. */
export function crossPart({ round, cross }: RoundResult, who: string): CrossPart[] {
  if (!cross) return []
  const told = cross.rows.some(({ cells }) => cells.some((n) => n !== null && n > 0))
  const rows = cross.rows.map((row) => ({ ...row, cells: row.cells.map((n) => (n === null ? '＊' : String(n))) }))
  const heading = round === 'once' ? `${who}ごと` : `${who}ごと（${ROUNDS[round]}）`
  return [{ heading, who, columns: cross.columns.map(({ label }) => label), rows: told ? rows : [] }]
}
