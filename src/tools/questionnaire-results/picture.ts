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
  bars: Bar[]
  /** Where the bars of one option begin: a line each. */
  bases: { x: number; top: number; bottom: number }[]
  words: Word[]
  summary: string
}

/** As wide as a telephone: letters stay readable there. */
const WIDTH = 340
const FULL = 200
const BAR = 16
const LINE = 20
const LETTER = 14

/** At most two lines; a full-width letter is as wide as the type is high. */
function linesOf(text: string): string[] {
  const lines = ['', '']
  let [line, used] = [0, 0]
  for (const letter of text) {
    const wide = letter.charCodeAt(0) > 0xff ? LETTER : LETTER * 0.56
    if (used + wide > WIDTH - (line === 1 ? LETTER : 0)) {
      if (line === 1) return [lines[0] ?? '', `${lines[1]}…`]
      line = 1
      used = 0
    }
    lines[line] += letter
    used += wide
  }
  return lines.filter((one) => one !== '')
}

/** null where no number may be shown. */
export function barsOf({ question, rounds }: QuestionResult): Bars | null {
  const drawn = rounds.flatMap(({ round, tally }) =>
    tally?.counts ? [{ round, n: tally.n, counts: tally.counts }] : [],
  )
  const [first] = drawn
  if (!first) return null
  const picture: Bars = { width: WIDTH, height: 0, bars: [], bases: [], words: [], summary: '' }
  const { bars, bases, words } = picture
  const x = drawn.some(({ round }) => round !== 'once') ? 24 : 1
  let y = 2
  for (const [i, { label }] of first.counts.entries()) {
    for (const text of linesOf(label)) {
      words.push({ x: 0, y: y + 14, text, look: 'bar-label' })
      y += LINE
    }
    const top = y
    for (const { round, n, counts } of drawn) {
      const count = counts[i]?.n ?? 0
      const width = n > 0 ? Math.round((count / n) * FULL) : 0
      if (round !== 'once') words.push({ x: 4, y: y + 13, text: ROUNDS[round], look: 'bar-n' })
      bars.push({ x, y, width, height: BAR, look: `bar-${round}` })
      words.push({ x: x + width + 6, y: y + 13, text: `${percent(count, n)}（${count}／${n}）`, look: 'bar-n' })
      y += LINE
    }
    bases.push({ x, top: top - 2, bottom: y - 2 })
    y += 10
  }
  const summary = drawn.map((one) => roundWords(one)).join('。')
  return { ...picture, height: y, summary: `${question.label}：${summary}` }
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
