import type { StepKind } from '../../programme/programmes/programmes.ts'

/** 支援経過（1枚）: one region's year on one sheet, as plain data. Page, PDF and PPTX draw the same. */
export interface Board {
  regionId: string
  head: BoardHead
  issues: BoardLine[]
  columns: BoardColumn[]
  bands: BoardBand[]
  /** 回と回のあいだに行ったこと, beneath the column they were agreed in. */
  between: BoardLine[][]
  /** What is to be known about the sheet as a whole. */
  foot: string
}

export interface BoardHead {
  name: string
  prefecture: string | null
  bureau: string | null
  population: number | null
  agingRate: number | null
  scenes: string[]
  theme: string
  /** The first wording, where it became another one. */
  initialTheme: string | null
  /** 令和7年度（2025年度） */
  year: string
  isSample: boolean
}

export const LINE_SOURCES = {
  line: '記録',
  advice: '助言',
  promise: '取組',
  issue: 'はじめの課題',
} as const
export type LineSource = keyof typeof LINE_SOURCES

export const MARKS = { done: '済', doing: '途中', todo: '予定' } as const

/** One sentence of the record. `text` is what the sheet says: the short wording, where there is one. */
export interface BoardLine {
  /** `advice:0123`: the same as long as the record's row lives. */
  id: string
  source: LineSource
  text: string
  original: string
  isShort: boolean
  /** The original has changed since the short wording was made. */
  isStale: boolean
  inferred: boolean
  mark?: string
}

/** What a meeting's place on the sheet says where there is nothing, or not yet something that stands. */
export const MEETING_WORDS = {
  done: '',
  unfixed: '記録確定前',
  none: 'この回は記録がありません',
  ahead: 'これから行います',
  cancelled: '中止になりました',
  skipped: 'この地域では行いません',
} as const
export type BoardState = keyof typeof MEETING_WORDS

export interface BoardMeeting {
  key: string
  label: string
  kind: StepKind
  heldOn: string | null
  state: BoardState
  situation: BoardLine[]
  decided: BoardLine[]
  advice: BoardLine[]
  keywords: string[]
}

/** A main step; what follows it without a column of its own (合同報告会, 事後MTG, extra meetings) stands in its tail. */
export interface BoardColumn extends BoardMeeting {
  tails: BoardMeeting[]
  /** Advice given after this meeting, in none. */
  adviceBetween: BoardLine[]
}

/** 事前MTG: between column `after` and the next. */
export interface BoardBand extends BoardMeeting {
  after: number
}

/** Where a line stands: lines are chosen and put in order within one place. */
export interface BoardPlace {
  key: string
  label: string
  lines: BoardLine[]
}

const meetingPlaces = (m: BoardMeeting): BoardPlace[] => [
  { key: `${m.key}/situation`, label: `${m.label}　状況・変化`, lines: m.situation },
  { key: `${m.key}/decided`, label: `${m.label}　決まったこと`, lines: m.decided },
  { key: `${m.key}/advice`, label: `${m.label}　アドバイス`, lines: m.advice },
]

/** Every place of a board in the order it is read, empty ones too. */
export const placesOf = (board: Pick<Board, 'issues' | 'columns' | 'bands' | 'between'>): BoardPlace[] => [
  { key: 'issues', label: 'はじめの課題', lines: board.issues },
  ...board.columns.flatMap((column, n) => [
    ...meetingPlaces(column),
    { key: `${column.key}/between`, label: `${column.label}のあと　アドバイス`, lines: column.adviceBetween },
    { key: `${column.key}/acts`, label: `${column.label}　行ったこと`, lines: board.between[n] ?? [] },
    ...column.tails.flatMap(meetingPlaces),
    ...board.bands.filter((band) => band.after === n).flatMap(meetingPlaces),
  ]),
]

export const linesOf = (board: Board): BoardLine[] => placesOf(board).flatMap((place) => place.lines)

/** 「支援経過_みどり町.pdf」: without what a file's name can't hold. */
export const fileName = (board: Board, ending: 'pdf' | 'pptx'): string =>
  `支援経過_${board.head.name.replace(/[\u0000-\u001f\\/:*?"<>|]/g, '').slice(0, 60) || '地域'}.${ending}`

export const shownPopulation = ({ population }: BoardHead): string =>
  population === null ? '—' : `${population.toLocaleString('ja-JP')}人`
export const shownAging = ({ agingRate }: BoardHead): string => (agingRate === null ? '—' : `${agingRate}％`)
