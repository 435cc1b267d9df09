import { emsOf } from '../../platform/wrapping/wrapping.ts'
import { MARK_WORDS, type Node } from '../model-graphs/model-graphs.ts'
import { type Filled, filledLines } from '../phrases/phrases.ts'
import type { Content, Look, Piece } from './model-boxes.ts'

const TEXT = 14
const SMALL = 12
const PAD = 10
/** A chip's word has five units of air on both sides. */
const chipWidth = (word: string): number => emsOf(word) * SMALL + 10

interface Chip {
  word: string
  back: string
  look: string
}

const CUT_WORDS = '全文は表に'

function chipsOf({ box, mark, isAgain }: Node): Chip[] {
  const chips: Chip[] = []
  if (box?.focus && !isAgain) chips.push({ word: '重点', back: 'key-bg', look: 'key-t' })
  if (mark === 'gone') chips.push({ word: MARK_WORDS.gone, back: 'tag-bg', look: 'tag-t' })
  else if (mark) chips.push({ word: MARK_WORDS[mark], back: 'dif-bg', look: 'dif-t' })
  return chips
}

/** The small lines under the text: whom to ask first, and what was guessed. */
const consultOf = ({ box, isAgain }: Node): string =>
  box?.consultWith && !isAgain ? `※要相談：${box.consultWith}${box.consulted ? '（済み）' : ''}` : ''

const numberOf = ({ number, isAgain }: Node): string => `${number}${isAgain ? '（再）' : ''}`

/** What stands in a box of this width, and how high that makes it. */
export const contentOf = (node: Node, width: number, look: Look): Content =>
  look.isTight ? tightContent(node, width, look) : roomyContent(node, width, look)

interface Lines {
  pieces: Piece[]
  y: number
  width: number
}

function roomyContent(node: Node, width: number, look: Look): Content {
  const lines: Lines = { pieces: [], y: look.first, width }
  const number = numberOf(node)
  const numberWidth = emsOf(number) * SMALL
  const chips = chipsOf(node)
  const chipsWidth = chips.reduce((sum, { word }) => sum + chipWidth(word) + 4, 0)
  if (number) lines.pieces.push({ x: PAD, y: lines.y, text: number, look: 'pic-no' })
  const subject = node.box?.subject ?? ''
  const isShort = PAD + numberWidth + 6 + emsOf(subject) * SMALL + chipsWidth + 8 <= width
  if (subject && isShort)
    lines.pieces.push({ x: PAD + numberWidth + (number ? 6 : 0), y: lines.y, text: subject, look: 'pic-sub' })
  const fits = PAD + numberWidth + chipsWidth + 4 <= width
  if (!fits) lines.y += 20
  rightChips(lines, chips)
  if (subject && !isShort) small(lines, subject)
  const filled = textLines(lines, node, { first: lines.y + 21, indent: 0, look })
  small(lines, consultOf(node), 20)
  if (filled.isCut) small(lines, CUT_WORDS)
  if (node.box?.inferred) leftChip(lines, '推定', 22)
  return { pieces: lines.pieces, height: lines.y + look.under, isCut: filled.isCut }
}

function tightContent(node: Node, width: number, look: Look): Content {
  const lines: Lines = { pieces: [], y: look.first, width }
  const number = numberOf(node)
  let x = 7
  if (number) {
    lines.pieces.push({ x, y: lines.y, text: number, look: 'pic-no' })
    x += emsOf(number) * SMALL + 6
  }
  const chips: Chip[] = [...chipsOf(node), ...(node.box?.inferred ? [INFERRED] : [])]
  for (const { word, back, look: chipLook } of chips) {
    if (x + chipWidth(word) > width - 7) {
      x = 7
      lines.y += 19
    }
    const chip = { look: back, width: chipWidth(word) }
    lines.pieces.push({ x: x + 5, y: lines.y, text: word, look: chipLook, chip })
    x += chipWidth(word) + 4
  }
  if (x > width * 0.6) {
    x = 7
    lines.y += look.step
  }
  const indent = x + 2 - 7
  const filled = textLines(lines, node, { first: lines.y, indent, look })
  const rest = [consultOf(node), filled.isCut ? CUT_WORDS : ''].filter(Boolean).join('　')
  const end = 7 + (filled.lines.length === 1 ? indent : 0) + filled.lastEms * TEXT + 12
  // Behind the text where it fits: on paper every line counts.
  if (rest && end + emsOf(rest) * SMALL <= width - 7)
    lines.pieces.push({ x: end, y: lines.y, text: rest, look: 'pic-sub' })
  else small(lines, rest, 17)
  return { pieces: lines.pieces, height: lines.y + look.under, isCut: filled.isCut }
}

const INFERRED: Chip = { word: '推定', back: 'inf-bg', look: 'tag-t' }

interface TextSetting {
  first: number
  /** Room the number takes on the first line. */
  indent: number
  look: Look
}

function textLines(lines: Lines, node: Node, { first, indent, look }: TextSetting): Filled {
  const pad = look.isTight ? 7 : PAD
  const width = (lines.width - 2 * pad) / TEXT
  const text = node.box?.text.trim() || 'まだ言葉がありません'
  const gone = node.mark === 'gone' ? ' gone-t' : ''
  const empty = node.box?.text.trim() ? '' : ' pic-empty'
  const filled = filledLines(text, { width, first: width - indent / TEXT, maxLines: look.maxLines })
  lines.y = first
  for (const [i, line] of filled.lines.entries()) {
    if (i > 0) lines.y += look.step
    if (line)
      lines.pieces.push({ x: pad + (i === 0 ? indent : 0), y: lines.y, text: line, look: `pic-t${gone}${empty}` })
  }
  return filled
}

function small(lines: Lines, text: string, first = 18): void {
  if (!text) return
  const pad = first === 17 ? 7 : PAD
  const { lines: rows } = filledLines(text, { width: (lines.width - 2 * pad) / SMALL, maxLines: 3 })
  for (const [i, row] of rows.entries()) {
    lines.y += i === 0 ? first : 16
    lines.pieces.push({ x: pad, y: lines.y, text: row, look: 'pic-sub' })
  }
}

function rightChips(lines: Lines, chips: readonly Chip[]): void {
  let right = lines.width - 8
  for (const { word, back, look } of chips.toReversed()) {
    const width = chipWidth(word)
    right -= width
    lines.pieces.push({ x: right + 5, y: lines.y, text: word, look, chip: { look: back, width } })
    right -= 4
  }
}

function leftChip(lines: Lines, word: string, step: number): void {
  lines.y += step
  lines.pieces.push({
    x: PAD + 5,
    y: lines.y,
    text: word,
    look: 'tag-t',
    chip: { look: 'inf-bg', width: chipWidth(word) },
  })
}

const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Safe in text and in attributes, of pages and of files. */
export const escaped = (text: string): string =>
  text.replace(NOT_IN_XML, '').replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '')

const n = (value: number): string => String(Math.round(value * 10) / 10)
export const shownNumber = n

/** Words and chips of a box, at its place. */
export function drawnPieces(content: Content, at: { x: number; y: number }): string {
  return content.pieces
    .map(({ x, y, text, look, chip }) => {
      const [left, base] = [at.x + x, at.y + y]
      const back = chip
        ? `<rect class="${chip.look}" x="${n(left - 5)}" y="${n(base - 13)}" width="${n(chip.width)}" height="17" rx="3"/>`
        : ''
      return `${back}<text class="${look}" x="${n(left)}" y="${n(base)}">${escaped(text)}</text>`
    })
    .join('')
}
