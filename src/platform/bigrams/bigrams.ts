/**
 * Text made comparable and cut into pairs of letters, so that a full-text index finds any stretch of it, in a language
 * without spaces too: 「退院支援」 is 退院・院支・支援, and 「院支援」 is found as 院支 followed by 支援.
 */

/** 全角 and 半角, large and small are one; a sign that only chooses a letter's drawing goes. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')

const RUNS = /[\p{L}\p{N}\p{M}]+/gu
const runsOf = (text: string): string[][] => (folded(text).match(RUNS) ?? []).map((run) => [...run])

/** Letters go into the index as four digits of base 36: its own tokenizer then knows no exceptions. */
const CODES = new Map<string, string>()
function code(letter: string): string {
  const known = CODES.get(letter)
  if (known) return known
  const made = (letter.codePointAt(0) ?? 0).toString(36).padStart(4, '0')
  CODES.set(letter, made)
  return made
}

const pairs = (run: readonly string[]): string[] => run.slice(1).map((letter, at) => code(run[at] ?? '') + code(letter))

/**
 * `pairs` in their order: the last letter of each run stands alone behind them and keeps two runs apart. `letters`: every
 * letter once, for words of one letter.
 */
export function tokensOf(text: string): { pairs: string; letters: string } {
  const runs = runsOf(text)
  return {
    pairs: runs.map((run) => [...pairs(run), code(run.at(-1) ?? '')].join(' ')).join(' '),
    letters: [...new Set(runs.flat())].map(code).join(' '),
  }
}

const MOST_WORDS = 8

/** The words somebody typed, folded; signs and spaces part them. */
export const wordsIn = (asked: string): string[] =>
  [...new Set(runsOf(asked).map((run) => run.join('')))].slice(0, MOST_WORDS)

/** How a word is asked of the index: its pairs in their order, or its one letter. */
export function sought(word: string): { pairs: string } | { letter: string } {
  const letters = [...word]
  return letters.length > 1 ? { pairs: pairs(letters).join(' ') } : { letter: code(word) }
}

export interface Run {
  text: string
  isMarked: boolean
}

interface Letters {
  text: string
  /** For every unit of the folded text: where its letter begins and ends in the original. */
  from: number[]
  to: number[]
}

/** A letter with the marks that belong to it, half-width ones too. */
const CLUSTER = /\P{M}?[\p{M}\uFF9E\uFF9F]*/gu

function lettersIn(original: string): Letters {
  const found: Letters = { text: '', from: [], to: [] }
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const one = folded(cluster)
    found.text += one
    for (let i = 0; i < one.length; i++) {
      found.from.push(index)
      found.to.push(index + cluster.length)
    }
  }
  return found
}

/** Stretches of the original that hold one of the words, in order, not overlapping. */
function stretches(original: string, words: readonly string[]): [number, number][] {
  const { text, from, to } = lettersIn(original)
  const all = words.flatMap((word) => {
    const places: [number, number][] = []
    for (let at = text.indexOf(word); word && at >= 0; at = text.indexOf(word, at + word.length))
      places.push([from[at] ?? 0, to[at + word.length - 1] ?? original.length])
    return places
  })
  const joined: [number, number][] = []
  for (const [start, end] of all.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

function runsWith(original: string, marks: readonly [number, number][]): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const [start, end] of marks) {
    if (start > at) runs.push({ text: original.slice(at, start), isMarked: false })
    runs.push({ text: original.slice(start, end), isMarked: true })
    at = end
  }
  if (at < original.length) runs.push({ text: original.slice(at), isMarked: false })
  return runs
}

const BEFORE = 24

/** The words marked where they stand in the text, with what is around the first of them. */
export function snippet(text: string, words: readonly string[], length = 120): Run[] {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  const [first] = stretches(line, words)
  const before = first ? [...line.slice(0, first[0])].length : 0
  const start = letters.length <= length ? 0 : Math.max(0, Math.min(before - BEFORE, letters.length - length))
  const shown = letters.slice(start, start + length).join('')
  const runs = runsWith(shown, stretches(shown, words))
  const plain = (sign: string): Run => ({ text: sign, isMarked: false })
  return [...(start > 0 ? [plain('…')] : []), ...runs, ...(start + length < letters.length ? [plain('…')] : [])]
}
