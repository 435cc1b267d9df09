import { type Cell, textOf, type Workbook, type Worksheet } from './books.ts'

/** One filled cell. `text` is null where a formula has no result. */
export interface Seen {
  row: number
  column: number
  text: string | null
  cell: Cell
}
export type Rows = Map<number, Seen[]>

const MOST_ROWS = 5_000
const MOST_COLUMNS = 60

/** Only what is filled: a sheet formatted down to row 1,048,576 costs no more than its content; a merged area counts once. */
export function seenIn(sheet: Worksheet): Rows {
  const rows: Rows = new Map()
  sheet.eachRow({ includeEmpty: false }, (line, row) => {
    if (row > MOST_ROWS) return
    const seen: Seen[] = []
    line.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > MOST_COLUMNS || (cell.isMerged && cell.master.address !== cell.address)) return
      const text = textOf(cell)
      if (text === null || text.trim() !== '') seen.push({ row, column, text, cell })
    })
    if (seen.length) rows.set(row, seen)
  })
  return rows
}

export interface Labels {
  /** Whose label this text is, if anybody's. */
  keyOf(text: string): string | undefined
  /** A heading that ends the block above it. */
  ends(text: string): boolean
}

export interface Found {
  /** The column in which the labels stand. */
  column: number
  blocks: Map<string, { top: number; bottom: number }>
}

/** Finds each label and the rows that belong to it, wherever people moved them; the column with most labels is the right one. */
export function blocksIn(rows: Rows, labels: Labels): Found {
  const all = [...rows.values()].flat()
  const hits = all.flatMap(({ row, column, text }) => {
    const key = text === null ? undefined : labels.keyOf(text)
    return key === undefined ? [] : [{ row, column, key }]
  })
  const column = commonest(hits.map((hit) => hit.column))
  const mine = hits.filter((hit) => hit.column === column)
  const stops = all
    .filter(({ text, column: c }) => c <= column && text !== null && labels.ends(text))
    .map(({ row }) => row)
  const starts = [...mine.map(({ row }) => row), ...stops].sort((a, b) => a - b)
  const last = Math.max(0, ...rows.keys())
  const blocks: Found['blocks'] = new Map()
  for (const { key, row } of mine) {
    if (blocks.has(key)) continue
    blocks.set(key, { top: row, bottom: (starts.find((start) => start > row) ?? last + 1) - 1 })
  }
  return { column, blocks }
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1)
  return [...counts].sort(([a, many], [b, more]) => more - many || a - b)[0]?.[0] ?? 0
}

/** The text of the cell that a defined name points at. */
export function namedText(book: Workbook, name: string): string {
  const range = book.definedNames.getRanges(name)?.ranges?.[0] ?? ''
  const match = /^'?(.+?)'?!\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(range)
  const sheet = match && book.getWorksheet((match[1] ?? '').replaceAll("''", "'"))
  return (sheet && textOf(sheet.getCell(`${match[2]}${match[3]}`))) ?? ''
}
