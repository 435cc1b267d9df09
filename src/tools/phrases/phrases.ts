import { emsOf } from '../../platform/wrapping/wrapping.ts'

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
  /^(?:その|この|あの|どの|それ|これ|どこ|だれ|いつ|まず|また|すぐ|よく|もう|より|さらに|はじめて|ともに|みんな|ひとり|おとな|こども|つない|つなが|つなぐ|つなげ|できる|できた|わかる|うまく|ふだん|あらかじめ|お)/

/** 「住み」＋「慣れた」, 「取り」＋「戻し」: two verbs that are one. */
const STEM = /[\u4e00-\u9fff][いきしちみりぎじび]$/
const KANJI = /^[\u4e00-\u9fff]/

/** A phrase keeps its words, in case it is wider than a line. */
type Phrase = string[]

/** `rest` is the text from the word on: the machine cuts verbs in hiragana into letters. */
function joins(word: string, before: string, rest: string): boolean {
  if (NOT_FIRST.test(word) || NOT_LAST.test(before)) return true
  return HIRAGANA.test(word) && !PAUSE.test(before) && !BEGINS.test(rest)
}

/** 「新規相談の場で、」「卒業していけることを」「伝える」: as far as one can tell without a dictionary. */
export function phrasesOf(text: string): Phrase[] {
  const phrases: Phrase[] = []
  let before = ''
  for (const { segment, index } of words.segment(text)) {
    const last = phrases.at(-1)
    // Word after word without a particle is one noun: 「短期集中」＋「サービス」.
    const isNoun =
      last !== undefined && !/[\u3041-\u309f\s]$/.test(before) && !PAUSE.test(before) && !HIRAGANA.test(segment)
    const isOneVerb = STEM.test(last?.at(-1) ?? '') && KANJI.test(segment)
    if (last && (isOneVerb || joins(segment, before, text.slice(index, index + 8))))
      last.push(`${last.pop() ?? ''}${segment}`)
    else if (last && isNoun) last.push(segment)
    else phrases.push([segment])
    before = segment
  }
  return phrases
}

/** A picture shows the beginning of a very long text; its twin has all of it. */
const MOST_LETTERS = 700

interface Measured {
  text: string
  /** With and without the space a line may end with. */
  ems: number
  bare: number
}
const measured = (text: string): Measured => {
  const bare = text.trimEnd()
  return { text, ems: emsOf(text), bare: emsOf(bare) }
}
interface MeasuredPhrase extends Measured {
  words: Measured[]
}
/** One text is tried at many widths until a page is filled: it is taken apart and measured once. */
const known = new Map<string, MeasuredPhrase[]>()

function measuredPhrases(text: string): MeasuredPhrase[] {
  const found = known.get(text)
  if (found) return found
  if (known.size > 3_000) known.clear()
  const phrases = phrasesOf(text).map((words) => ({ ...measured(words.join('')), words: words.map(measured) }))
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
  /** Width of the last line, in em. */
  lastEms: number
}

/** Lines no wider than they may be, broken between phrases wherever that does not leave half a line empty. */
export function filledLines(text: string, { width, first = width, maxLines }: Filling): Filled {
  const whole = text.replace(/\s+/g, ' ').trim()
  const lines = ['']
  let used = 0
  const room = () => (lines.length === 1 ? first : width) - used
  const put = (piece: Measured) => {
    const isFirst = used === 0 && piece.text.startsWith(' ')
    lines.push(`${lines.pop() ?? ''}${isFirst ? piece.text.trimStart() : piece.text}`)
    used += piece.ems
  }
  const place = (piece: Measured): void => {
    if (piece.bare > room() && (used > 0 || lines.length === 1)) {
      lines.push('')
      used = 0
    }
    put(piece)
  }
  for (const phrase of measuredPhrases(whole.slice(0, MOST_LETTERS))) {
    if (phrase.bare <= room()) put(phrase)
    else if (phrase.bare <= width && room() < width / 2) place(phrase)
    else for (const word of phrase.words) for (const piece of piecesOf(word, width)) place(piece)
    if (lines.length > maxLines + 1) break
  }
  const trimmed = lines.map((line) => line.trim()).filter((line, i) => line !== '' || i === 0)
  return cutAfter(trimmed, { width, maxLines, isLonger: whole.length > MOST_LETTERS, lastEms: used })
}

/** What is wider than a line falls into letters. */
function piecesOf(word: Measured, width: number): Measured[] {
  if (word.bare <= width) return [word]
  const pieces = [...letters.segment(word.text)].reduce<string[]>((parts, { segment }) => {
    const last = parts.at(-1)
    if (last !== undefined && (NOT_FIRST.test(segment) || NOT_LAST.test(last)) && emsOf(last + segment) <= width)
      parts[parts.length - 1] = last + segment
    else parts.push(segment)
    return parts
  }, [])
  return pieces.map(measured)
}

interface Cutting {
  width: number
  maxLines: number
  isLonger: boolean
  lastEms: number
}
function cutAfter(lines: string[], { width, maxLines, isLonger, lastEms }: Cutting): Filled {
  if (lines.length <= maxLines && !isLonger) return { lines, isCut: false, lastEms }
  const kept = lines.slice(0, maxLines)
  const last = [...(kept.pop() ?? '')]
  while (last.length > 0 && emsOf(`${last.join('')}…`) > width) last.pop()
  const end = `${last.join('').replace(/[、。・（「]$/, '')}…`
  return { lines: [...kept, end], isCut: true, lastEms: emsOf(end) }
}
