import { folded } from '../../papers/values/values.ts'
import { type Seen as OfficeCell, seenIn } from '../../platform/office/blocks.ts'
import type { Workbook } from '../../platform/office/office.ts'
import { Problem } from '../../platform/web/problem.ts'
import { type ColumnKey, ID_LABEL, READING_SHEET, RECORD_SHEET } from '../model-workbooks/model-workbooks.ts'

/** How towns and prefectures head the columns of their tables. */
const HEADS: Record<ColumnKey, readonly string[]> = {
  no: ['no', 'no.', '番号', '№', '通し番号'],
  measure: [
    '具体的な施策',
    '施策',
    '個別施策',
    '具体的な取組',
    '具体的な取り組み',
    '取組',
    '取組内容',
    '取り組み',
    '取り組み内容',
    'アクティビティ',
    '具体的施策',
  ],
  indicators: ['成果指標', '指標', '評価指標', '施策の指標', 'アウトプット指標'],
  direction: ['取り組みの方向性', '取組の方向性', '方向性', '施策の方向性', '中間アウトカム', '取組方針'],
  vision: ['目指す姿', 'めざす姿', '目ざす姿', '最終アウトカム', '分野アウトカム', 'あるべき姿'],
}
export const HEADINGS = Object.values(HEADS).map(([label = '']) => label)
const KEY_OF = new Map(
  (Object.keys(HEADS) as ColumnKey[]).flatMap((key) => HEADS[key].map((word) => [folded(word), key] as const)),
)

/** A filled cell, of a file or of a pasted table. */
export type Seen = Omit<OfficeCell, 'cell'>
export type Rows = ReadonlyMap<number, Seen[]>

/** Which column a heading names; line ends and spaces in it do not matter. */
export const columnNamed = (text: string): ColumnKey | undefined => KEY_OF.get(folded(text.replace(/\s+/g, '')))

/** A table found in somebody's file. */
export interface Found {
  sheet: string
  columns: Map<ColumnKey, number>
  /** First of the three columns with our own numbers of boxes; null in other people's files. */
  ids: number | null
  lines: { row: number; cells: Seen[] }[]
}

export interface Head {
  row: number
  columns: Map<ColumnKey, number>
  ids: number | null
}

export function headIn(row: number, cells: readonly Seen[]): Head | null {
  const columns = new Map<ColumnKey, number>()
  let ids: number | null = null
  for (const { text, column } of cells) {
    if (text === null || text.length > 40) continue
    if (text === ID_LABEL) ids = column
    const key = columnNamed(text)
    if (key && !columns.has(key)) columns.set(key, column)
  }
  const isHead = columns.has('measure') && columns.size >= 2
  return isHead || columns.size >= 3 ? { row, columns, ids } : null
}

function tablesIn(sheet: string, rows: Rows): Found[] {
  const tables: Found[] = []
  for (const [row, cells] of [...rows].sort(([a], [b]) => a - b)) {
    const head = headIn(row, cells)
    const last = tables.at(-1)
    if (head) tables.push({ sheet, columns: head.columns, ids: head.ids, lines: [] })
    else last?.lines.push({ row, cells })
  }
  return joined(tables)
}

/** A head repeated for the next page goes on counting; one that begins again at 1 begins another model. */
function joined(tables: readonly Found[]): Found[] {
  const whole: Found[] = []
  for (const table of tables) {
    const before = whole.at(-1)
    if (before && sameColumns(before, table) && firstNumber(table) !== 1) before.lines.push(...table.lines)
    else whole.push({ ...table, lines: [...table.lines] })
  }
  return whole
}

const sameColumns = (a: Found, b: Found): boolean =>
  [...a.columns].every(([key, column]) => b.columns.get(key) === column)

function firstNumber({ columns, lines }: Found): number | null {
  const no = columns.get('no')
  const cell = lines.flatMap(({ cells }) => cells).find(({ column }) => column === no)
  const digits = /\d+/.exec(cell?.text?.normalize('NFKC') ?? '')?.[0]
  return digits ? Number(digits) : null
}

/** The one table of a file. None, or two, is said in a sentence: nothing is guessed. */
export function tableIn(book: Workbook): Found {
  const sheets = book.worksheets.filter(({ name }) => ![RECORD_SHEET, READING_SHEET, '様式の情報'].includes(name))
  return onlyTable(sheets.map((sheet) => ({ name: sheet.name, rows: seenIn(sheet) })))
}

/** The same for rows that came another way. */
export function onlyTable(sheets: readonly { name: string; rows: Rows }[]): Found {
  const tables = sheets.flatMap(({ name, rows }) => tablesIn(name, rows))
  const filled = tables.filter(({ lines }) => lines.length > 0)
  const [table = tables[0], second] = filled
  if (!table)
    throw new Problem(
      'invalid',
      '「具体的な施策」と「成果指標」「取り組みの方向性」「目指す姿」の見出しのある表が見つかりません。見出しの行をつけて、もう一度送ってください',
    )
  if (second) throw new Problem('invalid', twoWords(table, second))
  if (!table.columns.has('measure'))
    throw new Problem(
      'invalid',
      `シート「${table.sheet}」に「具体的な施策」の列がありません。列の見出しを確かめてください`,
    )
  return table
}

const twoWords = (a: Found, b: Found): string => {
  const at = ({ sheet, lines }: Found) => `シート「${sheet}」の${lines[0]?.row ?? 1}行目から`
  return `一つのファイルに、ロジックモデルの表が二つあります（${at(a)}と、${at(b)}）。一つずつのファイルに分けて送ってください`
}
