import {
  type BoardLayout,
  blocksOf,
  type LaidCell,
  type LaidPage,
  type LaidRow,
  textOf,
} from '../board-layouts/board-layouts.ts'
import { layoutOf } from '../board-layouts/body.ts'
import type { Board } from '../boards/boards.ts'

interface ShownItem {
  text: string
  mark: string
  inferred: boolean
  isRest: boolean
}
interface ShownBlock {
  sort: string
  text: string
  items: ShownItem[]
}
interface ShownCell {
  name: string
  /** Where in the grid: `b-at-3 b-span-2`. */
  place: string
  label: string
  heldOn: string
  /** Said by words where the column above is not seen: on a phone, to who listens. */
  of: string
  blocks: ShownBlock[]
}
interface ShownPage {
  number: number
  isRest: boolean
  small: string
  name: string
  facts: { term: string; text: string }[]
  rows: { kind: string; columns: number; cells: ShownCell[] }[]
  count: string
}

/** A board for the view /overview/boards/sheets: `{ sheets: boardSheets(board) }`, wherever a page shows one. */
export interface BoardSheets {
  pages: ShownPage[]
  foot: string
  /** Set where the letters had to step down. */
  look: string
  /** How it fitted. */
  fit: string
}

export function boardSheets(board: Board): BoardSheets {
  const layout = layoutOf(board)
  const look = layout.size.pt < 8.5 ? 'a4-small' : ''
  return { pages: layout.pages.map((page) => shownPage(page, layout)), foot: layout.foot, look, fit: fitWords(layout) }
}

const spanOf = ({ kind, columns }: LaidRow, { column, span }: LaidCell): string => {
  if (kind === 'theme') return ''
  const isBetween = kind === 'band' && column < columns - 1
  return `b-at-${2 * column + (isBetween ? 2 : 1)} b-span-${2 * span}`
}

const shownCell = (row: LaidRow, cell: LaidCell, isRest: boolean): ShownCell => ({
  ...{ name: cell.name, place: spanOf(row, cell), label: cell.label.join('').trim(), heldOn: cell.heldOn },
  of: !isRest && (row.kind === 'advice' || row.kind === 'acts') ? cell.name : '',
  blocks: blocksOf(cell.strips).map(({ sort, lines, items }) => ({
    ...{ sort, text: textOf({ lines }) },
    items: items.map((item) => {
      const { mark, isRest } = item
      return { text: textOf(item), mark: isRest ? '' : mark, inferred: item.inferred && !item.goesOn, isRest }
    }),
  })),
})

const shownPage = (page: LaidPage, { pages }: BoardLayout): ShownPage => ({
  ...{ number: page.number, isRest: page.isRest, small: page.head.small, name: page.head.name.join('').trim() },
  facts: page.head.facts.map(({ term, lines }) => ({ term, text: lines.join('').trim() })),
  rows: page.rows.map((row) => ({
    ...{ kind: row.kind, columns: row.columns },
    cells: row.cells.map((cell) => shownCell(row, cell, page.isRest)),
  })),
  count: `${page.number} / ${pages.length}`,
})

function fitWords({ pages, size }: BoardLayout): string {
  if (pages.length > 1)
    return `A4横${pages.length}枚です（1枚に入りきらない分は「つづき」に続きます）。けずった言葉はありません`
  return size.pt < 8.5
    ? 'A4横1枚におさまっています（字は8ポイント）。けずった言葉はありません'
    : 'A4横1枚におさまっています。けずった言葉はありません'
}
