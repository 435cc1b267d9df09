import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Board, type BoardLine, LINE_SOURCES, placesOf } from '../boards/boards.ts'
import { type BoardChoice, SHORT_MOST } from './board-choices.ts'

interface ShownLine {
  id: string
  /** Of the row, to come back to. */
  anchor: string
  original: string
  short: string
  isShown: boolean
  isStale: boolean
  isNew: boolean
  mark: string
  inferred: boolean
  wordsHref: string
  up: string | null
  down: string | null
}

export interface BoardLinesPage {
  around: RegionFrame
  places: { label: string; lines: ShownLine[] }[]
  counts: string
  saveTo: string
  backHref: string
}

export interface BoardWordsPage {
  around: RegionFrame
  original: string
  staleOf: string | null
  form: FormState
  saveTo: string
  backHref: string
  most: number
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/board-choices/index': BoardLinesPage
    'overview/board-choices/show': BoardWordsPage
  }
}

export const anchorOf = (lineId: string): string => `l-${lineId.replace(/[^\w-]/g, '-')}`

export interface LinesAsked {
  actor: Actor
  region: Region
  /** With what was left out. */
  board: Board
  choices: ReadonlyMap<string, BoardChoice>
  /** Lines the record had when it was last put to the WG; null: it never was. */
  released: readonly string[] | null
}

export function boardLinesPage({ actor, region, board, choices, released }: LinesAsked): BoardLinesPage {
  const known = released && new Set(released)
  const places = placesOf(board).filter((place) => place.lines.length > 0)
  const shown = (line: BoardLine, n: number, all: readonly BoardLine[]): ShownLine => ({
    ...{ id: line.id, anchor: anchorOf(line.id), original: line.original, short: line.isShort ? line.text : '' },
    ...{ isStale: line.isStale, mark: line.mark ?? '', inferred: line.inferred },
    isShown: !choices.get(line.id)?.isHidden,
    isNew: known !== null && !known.has(line.id),
    wordsHref: paths.boardLine(region.id, line.id),
    up: n > 0 ? `up:${line.id}` : null,
    down: n < all.length - 1 ? `down:${line.id}` : null,
  })
  const rows = places.map(({ label, lines }) => ({ label, lines: lines.map(shown) }))
  const all = rows.flatMap(({ lines }) => lines)
  const count = (of: (line: ShownLine) => boolean) => all.filter(of).length
  const words: [number, string][] = [
    [count((line) => line.isStale), '元が変わった行'],
    [count((line) => line.isNew), 'あとから増えた行'],
  ]
  const also = words.flatMap(([n, label]) => (n > 0 ? [`、${label}${n}`] : [])).join('')
  return {
    around: regionFrame(actor, region, 'board'),
    places: rows,
    counts: `${all.length}行のうち${count((line) => line.isShown)}行をのせています${also}。`,
    ...{ saveTo: paths.boardLines(region.id), backHref: paths.board(region.id) },
  }
}

interface WordsAsked {
  actor: Actor
  region: Region
  line: BoardLine
  choice: BoardChoice | undefined
  form?: FormState | undefined
}

export const boardWordsPage = ({ actor, region, line, choice, form }: WordsAsked): BoardWordsPage => ({
  around: regionFrame(actor, region, 'board'),
  original: line.original,
  staleOf: line.isStale ? (choice?.shortOf ?? null) : null,
  form: form ?? emptyForm({ short: line.isShort ? line.text : '' }),
  saveTo: paths.boardLine(region.id, line.id),
  backHref: `${paths.boardLines(region.id)}#${anchorOf(line.id)}`,
  most: SHORT_MOST,
})

/** 「支援経過（1枚）の記録の行」 */
export const sourceWords = (line: BoardLine): string => `${LINE_SOURCES[line.source]}の行`
