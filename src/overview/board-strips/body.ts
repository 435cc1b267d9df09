import { BAND_PAD, emsIn, GAP, HEADING, SHEET, type Size, type Strip } from '../board-layouts/board-layouts.ts'
import { type Board, type BoardColumn, type BoardMeeting, MARKS, MEETING_WORDS } from '../boards/boards.ts'
import {
  dayOf,
  headingOf,
  itemOf,
  linesIn,
  noneOf,
  type RawCell,
  type RawRow,
  shortLabel,
  smallOf,
  themeOf,
  titleOf,
} from './board-strips.ts'

/** So many columns can be read side by side on one sheet. */
const MOST_COLUMNS = 5
export const THEME_INDENT = 15.5
/** Left and right within the head of a column, whose right end is a point. */
const HEAD_PAD = { left: 2.5, right: 4.5 }

/** What comes on the sheet, row by row, in letters of this size. */
export function rowsOf(board: Board, size: Size): RawRow[] {
  return [themeRow(board), ...groupsOf(board).flatMap((group) => groupRows(board, group, size))].filter(
    (row) => row.cells.length > 0,
  )
}

function themeRow({ head }: Board): RawRow {
  const w = SHEET.w - THEME_INDENT
  const strips = [
    themeOf(head.theme || 'まだ決まっていません', w),
    ...(head.initialTheme ? [smallOf(`はじめのテーマ：${head.initialTheme}`, w)] : []),
  ]
  const cell = { name: 'テーマ', of: '', x: 0, w: SHEET.w, column: 0, span: 1, label: [], heldOn: '', strips }
  return { kind: 'theme', columns: 1, cells: [cell] }
}

interface Group {
  first: number
  columns: BoardColumn[]
  /** Width of one column. */
  w: number
  x(column: number): number
}

/** More columns than stand side by side go on beneath, evenly shared. */
function groupsOf({ columns }: Board): Group[] {
  const count = Math.ceil(columns.length / MOST_COLUMNS)
  const each = Math.ceil(columns.length / count)
  return Array.from({ length: count }, (_, n) => {
    const own = columns.slice(n * each, (n + 1) * each)
    const w = (SHEET.w - (own.length - 1) * GAP.column) / own.length
    return { first: n * each, columns: own, w, x: (column: number) => column * (w + GAP.column) }
  })
}

type Place = Omit<RawCell, 'strips'>

function groupRows(board: Board, group: Group, size: Size): RawRow[] {
  const columns = group.columns.length
  const { w, x } = group
  const place = (n: number, words: string, span = 1): Place => ({
    name: `${group.columns[n]?.label ?? ''}${words}`,
    of: shortLabel(group.columns[n]?.label ?? ''),
    ...{ x: x(n), w: w * span + GAP.column * (span - 1), column: n, span, label: [], heldOn: '' },
  })
  const main = group.columns.map((column, n): RawCell => {
    const issues = group.first + n === 0 ? issuesIn(board, w, size) : []
    const { strips, ...head } = headed(column, w - HEAD_PAD.left - HEAD_PAD.right)
    return { ...place(n, ''), ...head, strips: [...strips, ...mainStrips(column, issues, { w, size })] }
  })
  const advice = group.columns.map((column, n): RawCell => {
    const title = n === 0 ? [titleOf('ADからのアドバイス', w)] : []
    return { ...place(n, ' アドバイス'), strips: [...title, ...adviceStrips(column, { w, size })] }
  })
  const [first] = advice
  if (first && advice.every(({ strips }, n) => strips.length === (n === 0 ? 1 : 0)))
    first.strips.push(noneOf('助言はまだありません', w))
  return [
    { kind: 'main', columns, cells: main },
    { kind: 'band', columns, cells: bandCells(board, group, size) },
    { kind: 'advice', columns, cells: advice.filter(({ strips }) => strips.length > 0) },
    { kind: 'acts', columns, cells: actCells(board, group, { place, size }) },
  ]
}

/** The head of a column or band. A name longer than three lines is written out beneath it. */
function headed(meeting: BoardMeeting, mm: number): Pick<RawCell, 'label' | 'heldOn' | 'strips'> {
  const lines = linesIn(meeting.label.replace(/\n/g, ' '), emsIn(mm, HEADING.pt))
  const isLong = lines.length > 3
  const label = isLong ? [...lines.slice(0, 2), '…'] : lines
  return { label, heldOn: dayOf(meeting.heldOn), strips: isLong ? [smallOf(meeting.label, mm)] : [] }
}

interface At {
  w: number
  size: Size
}

function issuesIn({ issues }: Board, w: number, size: Size): Strip[] {
  return issues.length > 0 ? [headingOf('はじめの課題', w), ...issues.map((line) => itemOf(line, w, size))] : []
}

/** What was seen and decided in a meeting, or why there is nothing. */
function recordStrips(meeting: BoardMeeting, { w, size }: At): Strip[] {
  const { situation, decided, state } = meeting
  const isEmpty = situation.length + decided.length === 0
  const isNone = state === 'none' || state === 'done'
  const word = isNone ? (isEmpty ? MEETING_WORDS.none : '') : MEETING_WORDS[state]
  return [
    ...(word ? [noneOf(word, w)] : []),
    ...situation.map((line) => itemOf(line, w, size)),
    ...(decided.length > 0 ? [headingOf('決まったこと', w), ...decided.map((line) => itemOf(line, w, size))] : []),
  ]
}

const keywordStrips = ({ keywords }: BoardMeeting, w: number): Strip[] =>
  keywords.length > 0 ? [smallOf(`キーワード：${keywords.join('、')}`, w)] : []

/** A meeting without a column of its own: all of it one under the other. */
function wholeStrips(meeting: BoardMeeting, at: At): Strip[] {
  const advice = meeting.advice.map((line) => itemOf(line, at.w, at.size))
  return [
    ...recordStrips(meeting, at),
    ...(advice.length > 0 ? [headingOf('ADからのアドバイス', at.w), ...advice] : []),
    ...keywordStrips(meeting, at.w),
  ]
}

const isSilent = (m: BoardMeeting) => m.situation.length + m.decided.length + m.advice.length + m.keywords.length === 0

function tailStrips(tail: BoardMeeting, at: At): Strip[] {
  const word = tail.state === 'none' ? '記録なし' : MEETING_WORDS[tail.state] || MEETING_WORDS.none
  const label = shortLabel(tail.label)
  const whole = label === tail.label ? [] : [smallOf(tail.label, at.w)]
  if (isSilent(tail)) return [noneOf(`${label}：${word}`, at.w), ...whole]
  return [headingOf([label, dayOf(tail.heldOn)].filter(Boolean).join('　'), at.w), ...whole, ...wholeStrips(tail, at)]
}

const mainStrips = (column: BoardColumn, issues: Strip[], at: At): Strip[] => [
  ...recordStrips(column, at),
  ...issues,
  ...keywordStrips(column, at.w),
  ...column.tails.flatMap((tail) => tailStrips(tail, at)),
]

function adviceStrips(column: BoardColumn, { w, size }: At): Strip[] {
  const given = column.advice.map((line) => itemOf(line, w, size))
  const later = column.adviceBetween.map((line) => itemOf(line, w, size))
  const isDue = column.state === 'done' || column.state === 'unfixed'
  return [
    ...given,
    ...(later.length > 0 ? [headingOf('回のあいだに', w), ...later] : []),
    ...(given.length + later.length === 0 && isDue ? [noneOf('この回の助言は記録にありません', w)] : []),
  ]
}

function bandCells(board: Board, { first, columns, w, x }: Group, size: Size): RawCell[] {
  const inner = w - 2 * BAND_PAD.x
  return columns.flatMap((_, n) => {
    const own = board.bands.filter((band) => band.after === first + n)
    if (own.length === 0) return []
    const isBetween = n < columns.length - 1
    const [one, ...others] = own.map((band) => ({ band, head: headed(band, inner) }))
    if (!one) return []
    const strips = [...one.head.strips, ...wholeStrips(one.band, { w: inner, size })]
    const more = others.flatMap(({ band }) => tailStrips(band, { w: inner, size }))
    const at = {
      name: one.band.label,
      of: '',
      x: isBetween ? x(n) + (w + GAP.column) / 2 : x(n),
      w,
      column: n,
      span: 1,
    }
    return [{ ...at, ...one.head, strips: [...strips, ...more] }]
  })
}

/** 取組 beneath the column they were agreed in; where the next ones have none, the words run on over their place. */
function actCells(
  { between }: Board,
  { first, columns, w }: Group,
  { place, size }: { place(n: number, words: string, span?: number): Place; size: Size },
): RawCell[] {
  const own = columns.map((_, n) => between[first + n] ?? [])
  const isAhead = own.flat().some((line) => line.mark === MARKS.todo)
  if (own.every((lines) => lines.length === 0) && first > 0) return []
  return own.flatMap((lines, n) => {
    if (lines.length === 0 && n > 0) return []
    const next = own.findIndex((later, m) => m > n && later.length > 0)
    const cell = place(n, ' 行ったこと', lines.length === 0 ? 1 : (next < 0 ? columns.length : next) - n)
    const none = own.every((one) => one.length === 0) ? [noneOf('取組の記録はありません', w)] : []
    const title = n === 0 ? [titleOf(`回と回のあいだに行ったこと${isAhead ? '・行うこと' : ''}`, cell.w)] : []
    return [{ ...cell, strips: [...title, ...lines.map((line) => itemOf(line, cell.w, size)), ...none] }]
  })
}
