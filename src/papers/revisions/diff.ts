import { diffArrays } from 'diff'

/** A run of words as the comparison shows it. */
export interface Piece {
  text: string
  look: 'same' | 'gone' | 'new'
}
/** One paragraph on both sides; null where there is none. */
export interface Line {
  before: Piece[] | null
  after: Piece[] | null
}

const words = new Intl.Segmenter('ja', { granularity: 'word' })
const wordsOf = (text: string): string[] => [...words.segment(text)].map((s) => s.segment)

/** Comparing takes time that grows with the square: past these it shows whole paragraphs, past the limit both texts as they are. */
const MOST_WORDS = 4_000
const LIMIT_MS = 150

/** Two texts side by side, paragraph by paragraph, and within changed paragraphs word by word as Japanese is written. */
export function linesBetween(before: string, after: string): Line[] {
  const [was, is] = [before, after].map((text) => (text === '' ? [] : text.split('\n'))) as [string[], string[]]
  const parts = diffArrays(was, is, { timeout: LIMIT_MS })
  if (!parts) return paired(was, is)
  const lines: Line[] = []
  for (let i = 0; i < parts.length; i++) {
    const [part, next] = [parts[i], parts[i + 1]]
    if (!part) continue
    if (!part.added && !part.removed)
      lines.push(...part.value.map((text) => ({ before: [same(text)], after: [same(text)] })))
    else if (part.removed && next?.added) {
      lines.push(...paired(part.value, next.value))
      i++
    } else lines.push(...(part.removed ? paired(part.value, []) : paired([], part.value)))
  }
  return lines
}

const same = (text: string): Piece => ({ text, look: 'same' })

const paired = (before: readonly string[], after: readonly string[]): Line[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, i) => lineOf(before[i], after[i]))

function lineOf(before: string | undefined, after: string | undefined): Line {
  if (before === undefined || after === undefined) {
    return {
      before: before === undefined ? null : [{ text: before, look: 'gone' }],
      after: after === undefined ? null : [{ text: after, look: 'new' }],
    }
  }
  return within(before, after) ?? { before: [{ text: before, look: 'gone' }], after: [{ text: after, look: 'new' }] }
}

function within(before: string, after: string): Line | null {
  if (before.length + after.length > MOST_WORDS * 4) return null
  const [was, is] = [wordsOf(before), wordsOf(after)]
  if (was.length + is.length > MOST_WORDS) return null
  const parts = diffArrays(was, is, { timeout: LIMIT_MS })
  if (!parts) return null
  const side = (look: 'gone' | 'new'): Piece[] =>
    parts
      .filter((part) => (look === 'gone' ? !part.added : !part.removed))
      .map((part) => ({ text: part.value.join(''), look: part.added || part.removed ? look : 'same' }))
  return { before: side('gone'), after: side('new') }
}

/** Both sides of a paragraph in one flow: what went, then what came. */
export function inlineOf({ before, after }: Line): Piece[] {
  const [was, is] = [[...(before ?? [])], [...(after ?? [])]]
  const flow: Piece[] = []
  while (was.length > 0 || is.length > 0) {
    while (was[0]?.look === 'gone') flow.push(was.shift() as Piece)
    while (is[0]?.look === 'new') flow.push(is.shift() as Piece)
    const both = was.shift()
    const same = is.shift() ?? both
    if (same) flow.push(same)
  }
  return flow
}
