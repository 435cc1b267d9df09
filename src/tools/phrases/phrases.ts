import { emsOf } from '../wrapping/wrapping.ts'

const words = new Intl.Segmenter('ja', { granularity: 'word' })
const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** These never begin a line; the others never end one. */
const NOT_FIRST =
  /^[\s、。，．,.・：:；;？?！!ゝゞー—〜~）)\]｝}」』】〉》〕”’％%ぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/
const NOT_LAST = /[（([｛{「『【〈《〔“‘]$/
const PAUSE = /[、。，．・！？）」』】]$/
const HIRAGANA = /^[\u3041-\u309fー]+$/
/** Words in hiragana that begin a phrase; every other one belongs to what stands before it. */
const BEGINS =
  /^(?:その|この|あの|どの|それ|これ|どこ|だれ|いつ|まず|また|すぐ|よく|もう|より|さらに|はじめて|ともに|みんな|ひとり|おとな|こども|つなぐ|つなげ|できる|できた|わかる|うまく|ふだん|あらかじめ|お)/

/** A phrase keeps its words, in case it is wider than a line. */
type Phrase = string[]

function joins(word: string, before: string): boolean {
  if (NOT_FIRST.test(word) || NOT_LAST.test(before)) return true
  return HIRAGANA.test(word) && !PAUSE.test(before) && !BEGINS.test(word)
}

/** 「新規相談の場で、」「卒業していけることを」「伝える」: as far as one can tell without a dictionary. */
export function phrasesOf(text: string): Phrase[] {
  const phrases: Phrase[] = []
  let before = ''
  for (const { segment } of words.segment(text)) {
    const last = phrases.at(-1)
    // Word after word without a particle is one noun: 「短期集中」＋「サービス」.
    const isNoun =
      last !== undefined && !/[\u3041-\u309f\s]$/.test(before) && !PAUSE.test(before) && !HIRAGANA.test(segment)
    if (last && joins(segment, before)) last.push(`${last.pop() ?? ''}${segment}`)
    else if (last && isNoun) last.push(segment)
    else phrases.push([segment])
    before = segment
  }
  return phrases
}

/** A picture shows the beginning of a very long text; its twin has all of it. */
const MOST_LETTERS = 700
const known = new Map<string, Phrase[]>()

function phrasesKept(text: string): Phrase[] {
  const found = known.get(text)
  if (found) return found
  if (known.size > 3_000) known.clear()
  const phrases = phrasesOf(text)
  known.set(text, phrases)
  return phrases
}

export interface Filling {
  /** Widths in em; the first line may have less room. */
  width: number
  first?: number
  maxLines: number
}
export interface Filled {
  lines: string[]
  isCut: boolean
}

/** Lines no wider than they may be, broken between phrases wherever that does not leave half a line empty. */
export function filledLines(text: string, { width, first = width, maxLines }: Filling): Filled {
  const whole = text.replace(/\s+/g, ' ').trim()
  const start = whole.slice(0, MOST_LETTERS)
  const lines = ['']
  const room = () => (lines.length === 1 ? first : width) - emsOf(lines.at(-1) ?? '')
  const put = (piece: string) => lines.push(`${lines.pop() ?? ''}${lines.at(-1) === '' ? piece.trimStart() : piece}`)
  const place = (piece: string): void => {
    if (emsOf(piece.trimEnd()) > room() && lines.at(-1) !== '') lines.push('')
    put(piece)
  }
  for (const phrase of phrasesKept(start)) {
    const all = phrase.join('')
    const space = room()
    if (emsOf(all.trimEnd()) <= space) put(all)
    else if (emsOf(all.trimEnd()) <= width && space < width / 2) place(all)
    else for (const word of phrase) for (const piece of piecesOf(word, width)) place(piece)
    if (lines.length > maxLines + 1) break
  }
  return cutAfter(
    lines.map((line) => line.trim()).filter((line, i) => line !== '' || i === 0),
    { width, maxLines, isLonger: whole.length > MOST_LETTERS },
  )
}

/** What is wider than a line falls into letters. */
function piecesOf(word: string, width: number): string[] {
  if (emsOf(word) <= width) return [word]
  return [...letters.segment(word)].reduce<string[]>((pieces, { segment }) => {
    const last = pieces.at(-1)
    if (last !== undefined && (NOT_FIRST.test(segment) || NOT_LAST.test(last)))
      pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
    return pieces
  }, [])
}

interface Cutting {
  width: number
  maxLines: number
  isLonger: boolean
}
function cutAfter(lines: string[], { width, maxLines, isLonger }: Cutting): Filled {
  if (lines.length <= maxLines && !isLonger) return { lines, isCut: false }
  const kept = lines.slice(0, maxLines)
  const last = [...(kept.pop() ?? '')]
  while (last.length > 0 && emsOf(`${last.join('')}…`) > width) last.pop()
  return { lines: [...kept, `${last.join('').replace(/[、。・（「]$/, '')}…`], isCut: true }
}
