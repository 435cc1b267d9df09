import { percent } from '../questionnaire-counts/questionnaire-counts.ts'
import { ROUNDS, type Round } from '../questionnaires/questionnaires.ts'
import type { QuestionResult } from './questionnaire-results.ts'

export interface Bar {
  x: number
  y: number
  width: number
  height: number
  look: string
}

interface Word {
  x: number
  y: number
  text: string
  look: string
}

/** Bars lying side by side per option, one per round; everything said again in the table beside it. */
export interface Bars {
  width: number
  height: number
  /** Where the bars begin. */
  base: number
  bars: Bar[]
  words: Word[]
  summary: string
}

const WIDTH = 640
const BASE = 40
const FULL = 440
const BAR = 16
const LINE = 20
const FONT_WIDTH = 14

/** Cut to what fits above its bars: a full-width letter is as wide as the type is high. */
const fitting = (text: string, width: number): string => {
  const letters = [...text]
  const wide = (letter: string) => (letter.charCodeAt(0) > 0xff ? FONT_WIDTH : FONT_WIDTH * 0.56)
  let used = 0
  const at = letters.findIndex((letter) => {
    used += wide(letter)
    return used > width
  })
  return at < 0 ? text : `${letters.slice(0, Math.max(1, at - 1)).join('')}…`
}

/** null where no number may be shown. */
export function barsOf({ question, rounds }: QuestionResult): Bars | null {
  const drawn = rounds.flatMap(({ round, tally }) =>
    tally?.counts ? [{ round, n: tally.n, counts: tally.counts }] : [],
  )
  const [first] = drawn
  if (!first) return null
  const bars: Bar[] = []
  const words: Word[] = []
  let y = 4
  for (const [i, { label }] of first.counts.entries()) {
    words.push({ x: 0, y: y + 14, text: fitting(label, WIDTH), look: 'bar-label' })
    y += LINE
    for (const { round, n, counts } of drawn) {
      const count = counts[i]?.n ?? 0
      const width = n > 0 ? Math.round((count / n) * FULL) : 0
      if (round !== 'once') words.push({ x: 12, y: y + 13, text: ROUNDS[round], look: 'bar-n' })
      bars.push({ x: BASE, y, width, height: BAR, look: `bar-${round}` })
      words.push({ x: BASE + width + 8, y: y + 13, text: `${percent(count, n)}（${count}／${n}）`, look: 'bar-n' })
      y += LINE
    }
    y += 10
  }
  const summary = drawn.map((one) => roundWords(one)).join('。')
  return { width: WIDTH, height: y, base: BASE, bars, words, summary: `${question.label}：${summary}` }
}

const roundWords = ({
  round,
  n,
  counts,
}: {
  round: Round
  n: number
  counts: { label: string; n: number }[]
}): string => {
  const each = counts.map((one) => `${one.label}${percent(one.n, n)}`).join('、')
  return `${round === 'once' ? '' : `${ROUNDS[round]}は`}${each}（n=${n}）`
}
