const words = new Intl.Segmenter('ja', { granularity: 'word' })
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
/** These never begin a line; the others never end one. */
const NOT_FIRST =
  /^[\s、。，．,.・：:；;？?！!ゝゞー—〜~）)\]｝}」』】〉》〕”’％%ぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/
const NOT_LAST = /[（([｛{「『【〈《〔“‘]$/

/** Particles and endings stay with their word: lines break between phrases. */
const ENDING = /^\p{Script=Hiragana}{1,2}$/u

/** Width in em as Noto Sans JP draws it, rather a little too wide than too narrow. */
export function emsOf(text: string): number {
  let ems = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x7f) ems += ASCII[code] ?? 0.6
    // The second half of a pair has been counted with the first.
    else if (code < 0xdc00 || code > 0xdfff) ems += code >= 0xff61 && code <= 0xff9f ? 0.55 : 1
  }
  return ems
}

const ASCII: readonly number[] = Array.from({ length: 0x7f }, (_, code) => asciiEms(String.fromCharCode(code)))

function asciiEms(letter: string): number {
  if (/[ijl.,:;'|!]/.test(letter)) return 0.32
  if (/[mwMW%@]/.test(letter)) return 0.95
  if (/[A-Z]/.test(letter)) return 0.7
  return letter === ' ' ? 0.25 : 0.6
}

/** A layout tries one text in many widths; where its words part does not depend on them. */
const known = new Map<string, readonly string[]>()
const KNOWN_MOST = 1_000

function wordsIn(text: string): readonly string[] {
  const found = known.get(text)
  if (found) return found
  const parted = [...words.segment(text)].map(({ segment }) => segment)
  if (known.size >= KNOWN_MOST) known.clear()
  known.set(text, parted)
  return parted
}

/** How finely a text may be parted: phrases look best, letters (never before 、or within a figure) need least room. */
export type Grain = 'phrase' | 'word' | 'letter'
/** The widest that endings make of a word. */
const PHRASE = { phrase: 9, word: 4, letter: 0 } as const
/** 理学療法士: a word of several, as a reader sees it. */
const isCompound = (before: string, after: string): boolean =>
  (/\p{Script=Han}$/u.test(before) && /^\p{Script=Han}/u.test(after)) ||
  (/[\p{Script=Katakana}ー]$/u.test(before) && /^\p{Script=Katakana}/u.test(after))
const FIGURE = /^[\w.,%]+$/

/** Words with the punctuation that must not part from them; what is wider than a line falls into letters. */
export function unitsOf(text: string, width: number, grain?: Grain): string[] {
  const phrase = grain ? PHRASE[grain] : width
  const units: string[] = []
  for (const segment of wordsIn(text)) {
    const falls = emsOf(segment) > width || (grain === 'letter' && !FIGURE.test(segment))
    const pieces = falls ? [...graphemes.segment(segment)].map((g) => g.segment) : [segment]
    for (const piece of pieces) {
      const last = units.at(-1)
      const isOne = last !== undefined && (NOT_FIRST.test(piece) || NOT_LAST.test(last))
      const ends = last !== undefined && (ENDING.test(piece) || (grain === 'phrase' && isCompound(last, piece)))
      if ((isOne || ends) && emsOf(last + piece) <= (isOne ? width : phrase)) units[units.length - 1] = last + piece
      else if (NOT_FIRST.test(piece) && last) {
        // Too wide together: letters before it go along to the next line, back to one that may begin it.
        const letters = [...last]
        const at = letters.findLastIndex((letter, i) => i > 0 && !NOT_FIRST.test(letter))
        if (at < 0) units.push(piece)
        else units.splice(-1, 1, letters.slice(0, at).join(''), `${letters.slice(at).join('')}${piece}`)
      } else units.push(piece)
    }
  }
  return units
}

export interface Wrapped {
  lines: string[]
  /** Not all of it: the last line ends with 「…」. */
  isCut: boolean
}

/** Lines no wider than `width` em; SVG does not wrap by itself. */
export function wrapped(text: string, width: number, maxLines = Number.POSITIVE_INFINITY): Wrapped {
  // A picture shows the beginning of a long text; its twin has all of it.
  const start = text.replace(/\s+/g, ' ').trim().slice(0, 600)
  const lines: string[] = []
  let line = ''
  for (const unit of unitsOf(start, width)) {
    if (line !== '' && emsOf(line + unit) > width) {
      lines.push(line.trim())
      line = ''
    }
    line += line === '' ? unit.trimStart() : unit
  }
  if (line.trim() !== '') lines.push(line.trim())
  if (lines.length <= maxLines && text.length <= 600) return { lines, isCut: false }
  const kept = lines.slice(0, maxLines)
  return { lines: [...kept.slice(0, -1), shortened(kept.at(-1) ?? '', width)], isCut: true }
}

function shortened(line: string, width: number): string {
  const letters = [...line]
  while (letters.length > 0 && emsOf(`${letters.join('')}…`) > width) letters.pop()
  return `${letters.join('').replace(/[、。・（「]$/, '')}…`
}

export const widestOf = (lines: readonly string[]): number => Math.max(0, ...lines.map(emsOf))
