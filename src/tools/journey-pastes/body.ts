import { parse } from 'csv-parse/sync'
import { cleaned, half, isNo, isYes, readNumber } from '../../papers/values/values.ts'
import { TRIGGER } from '../journey-fields/journey-fields.ts'
import { readMonth } from '../journey-months/journey-months.ts'
import { careLevelKey } from '../journeys/journeys.ts'
import {
  COLUMNS,
  type Column,
  headingOf,
  isHeadingRow,
  MAX_PASTED_ROWS,
  type Pasted,
  type PasteFault,
} from './journey-pastes.ts'

export interface Line {
  /** Where it begins in the pasted text, from 1. */
  number: number
  cells: string[]
}

const STANDARD: readonly Column[] = ['at', 'event', 'careLevel', 'who', 'cost', 'insight']

/** Cells of a copied table: tabs (or commas), quoted cells with line ends inside. A lone quote is only a letter. */
export function linesOf(pasted: string): Line[] {
  const text = cleaned(pasted)
  const delimiter = text.includes('\t') || !/[,，]/.test(text) ? '\t' : ','
  try {
    const records = parse(text, {
      ...{ delimiter, relax_column_count: true, relax_quotes: true, info: true, skip_empty_lines: false },
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({
      number: info.lines - record.join('').split('\n').length + 1,
      cells: record.map((cell) => cell.trim()),
    }))
  } catch {
    return text
      .split('\n')
      .map((line, i) => ({ number: i + 1, cells: line.split(delimiter).map((cell) => cell.trim()) }))
  }
}

const isBlank = ({ cells }: Line) => cells.every((cell) => cell === '')

/** A table copied from Excel, whatever the order of its columns. Either every row is read, or every fault is said at its line. */
export function readPasted(pasted: string): Pasted {
  const lines = linesOf(pasted).filter((line) => !isBlank(line))
  if (lines.length === 0) return failed(1, '表を貼りつけてください')
  if (lines.every(({ cells }) => cells.length === 1) && !isHeadingRow(lines[0]?.cells ?? []))
    return failed(
      lines[0]?.number ?? 1,
      '列に分かれていません。Excelで表の範囲を選んでコピーし、そのまま貼りつけてください',
    )
  const at = lines.findIndex(({ cells }) => isHeadingRow(cells))
  const plan = at < 0 ? withoutHeading(lines) : withHeading(lines, at)
  if (plan.faults.length > 0) return { rows: [], notes: [], faults: plan.faults }
  return rowsFrom(plan.lines, plan)
}

const failed = (line: number, message: string): Pasted => ({ rows: [], notes: [], faults: [{ line, message }] })

interface Plan {
  columns: (Column | null)[]
  lines: Line[]
  notes: string[]
  faults: PasteFault[]
}

/** Without a row of headings only the usual order is understood, and only where it begins with a time. */
function withoutHeading(lines: readonly Line[]): Plan {
  const first = lines[0] as Line
  const isUsual =
    lines.every(({ cells }) => cells.length <= STANDARD.length) && readMonth(first.cells[0] ?? '') !== null
  const message = `見出しの行が見つかりません。「${STANDARD.map((key) => COLUMNS[key].label).join('・')}」の見出しを付けて貼りつけてください（順番は自由です）`
  return {
    columns: [...STANDARD],
    lines: [...lines],
    notes: ['見出しがないので、左から「時期・出来事・要介護度・関わった職種・費用・気づき」として読みました'],
    faults: isUsual ? [] : [{ line: first.number, message }],
  }
}

function withHeading(lines: readonly Line[], at: number): Plan {
  const heading = lines[at] as Line
  const rest = lines.slice(at + 1)
  const faults: PasteFault[] = []
  const say = (message: string) => faults.push({ line: heading.number, message })
  const columns = heading.cells.map((cell, i): Column | null => {
    const found = headingOf(cell)
    const isUsed = rest.some(({ cells }) => (cells[i] ?? '') !== '')
    if (found.kind === 'known') return found.column
    if (!isUsed || found.kind === 'number') return null
    if (found.kind === 'identifying')
      say(`「${cell}」の列は、だれのことか分かるため取りこめません。列を消してから貼りつけてください`)
    else if (found.kind === 'empty') say(`${i + 1}列目の見出しが空です。結合されたセルを解くか、見出しを書いてください`)
    else say(`「${cell}」は、どの欄か分かりません。「気づき」などに見出しを変えるか、列を消してください`)
    return null
  })
  const twice = columns.find((column, i) => column !== null && columns.indexOf(column) !== i)
  if (twice) say(`「${COLUMNS[twice].label}」の列が二つあります。一つにまとめるか、表を分けて貼りつけてください`)
  for (const column of ['at', 'event'] as const) {
    if (!columns.includes(column)) say(`「${COLUMNS[column].label}」の列が見つかりません。見出しを確かめてください`)
  }
  for (const { number, cells } of rest)
    if (isHeadingRow(cells))
      faults.push({ line: number, message: 'もう一つの見出しがあります。一つの事例ずつ、分けて貼りつけてください' })
  if (rest.length === 0) say('見出しの下に、行がありません')
  const above = lines
    .slice(0, at)
    .map(
      (line) =>
        `見出しより上の${line.number}行目「${line.cells.filter(Boolean).join(' ').slice(0, 30)}」は読みませんでした`,
    )
  return { columns, lines: rest, notes: above, faults }
}

function rowsFrom(lines: readonly Line[], { columns, notes }: Plan): Pasted {
  const read: Pasted = { rows: [], notes: [...notes], faults: [] }
  if (lines.length > MAX_PASTED_ROWS)
    return failed(
      lines[MAX_PASTED_ROWS]?.number ?? 1,
      `一度に貼りつけられるのは${MAX_PASTED_ROWS}行までです（いまは${lines.length}行）`,
    )
  for (const line of lines) {
    const extra = line.cells.slice(columns.length).filter((cell) => cell !== '')
    if (extra.length > 0)
      read.faults.push({
        line: line.number,
        message: `見出しより列が多くあります（「${(extra[0] ?? '').slice(0, 20)}」）。文の中のタブや、ずれたセルを直してください`,
      })
    const row: Partial<Record<Column, string>> = {}
    columns.forEach((column, i) => {
      if (column) cellInto({ row, read, line: line.number }, column, line.cells[i] ?? '')
    })
    fillTime(row, read, line.number)
    if (Object.keys(row).length > 0) read.rows.push(row)
  }
  return read.faults.length > 0 ? { ...read, rows: [] } : read
}

interface Place {
  row: Partial<Record<Column, string>>
  read: Pasted
  line: number
}

function cellInto({ row, read, line }: Place, column: Column, cell: string): void {
  if (cell === '') return
  const value = cellOf(column, cell)
  if (value === null) read.faults.push({ line, message: unreadable(column, cell) })
  else if (value !== '') row[column] = value
}

/** null: can't be read. */
function cellOf(column: Column, cell: string): string | null {
  if (column === 'careLevel') return /^[-ー―‐–—−]+$|^(?:不明|未|同上|〃)$/.test(cell) ? '' : careLevelKey(cell)
  if (column === 'cost') return costOf(cell)
  if (column === 'mark') return isNo(cell) ? '' : isYes(cell) || /きっかけ|転機|[★☆▼▲◆]/.test(cell) ? TRIGGER : null
  return cell
}

/** 「約12万円」 「１２０，０００」 「12万円/月」; none: empty. */
export function costOf(cell: string): string | null {
  const text = half(cell)
    .replace(/^(?:約|およそ|おおよそ)/, '')
    .replace(/(?:程度|くらい|ぐらい|ほど|前後|\/月|\/年|\/回)$/, '')
    .replace(/^[¥\\]/, '')
  const read = readNumber(text, '円')
  if (read === '—') return ''
  return read !== null && Number(read) >= 0 ? read : null
}

const unreadable = (column: Column, cell: string): string => {
  const typed = `${COLUMNS[column].label}「${cell.slice(0, 20)}」`
  if (column === 'careLevel') return `${typed}が読めません。自立、要支援1・2、要介護1〜5のどれかにしてください`
  if (column === 'cost') return `${typed}が読めません。「120000」「12万円」のように一つの数字にしてください`
  return `${typed}が読めません。きっかけの行に○を付けてください`
}

/** A cell merged over several rows is empty in all but the first: the time above holds. What names no time is said. */
function fillTime(row: Partial<Record<Column, string>>, read: Pasted, line: number): void {
  if (Object.keys(row).length === 0) return
  const above = read.rows.at(-1)?.at
  if (!row.at && above) {
    row.at = above
    read.notes.push(`${line}行目の時期は空なので、上の行と同じ「${above}」としました`)
  } else if (row.at && /^(?:〃|”|"|同上|々)$/.test(row.at) && above) row.at = above
  else if (row.at && !readMonth(row.at))
    read.faults.push({
      line,
      message: `時期「${row.at.slice(0, 20)}」が読めません。「令和5年4月」「R5.4」「2023/4」「令和6年度末」のように、年から書いてください`,
    })
  else if (!row.at) read.faults.push({ line, message: '時期がありません。「令和5年4月」のように書いてください' })
}
