import { parse } from 'csv-parse/sync'
import { isDay } from '../../platform/time.ts'
import { checkDigitOf, type Flag, foldForSearch, isMunicipalCode } from '../organisations/organisations.ts'
import { agingRateOf, type Fault, type Figures, type Known } from './figures.ts'

export const MAX_LINES = 5000
const MAX_FAULTS = 300

export interface FiguresFile {
  rows: Figures[]
  faults: Fault[]
  /** Lines that were neither empty nor the heading. */
  lines: number
}

/** Headings as offices write them, without spaces and brackets. The first column that fits is taken. */
const HEADINGS: Record<string, RegExp> = {
  code: /^(全国)?(地方公共団体|団体|市区?町村|自治体)?コード$/,
  name: /^(市区?町村|団体|自治体)名称?$|^市区?町村$/,
  population: /^(総人口|人口|住民基本台帳人口)(総数)?$/,
  populationAged65: /^(65歳以上(人口|の人口)?|高齢者人口|老年人口)$/,
  agingRate: /^高齢化率$/,
  isDepopulated: /^過疎(地域)?$/,
  isMountainous: /^中山間(地域)?(等)?$/,
  figuresAsOf: /^(基準日|時点|調査日|年月日)$/,
  figuresSource: /^(出典|出所|資料)$/,
  newName: /^新(しい|市区?町村)?(名称|市区?町村名|名)$/,
  newKana: /^新(しい)?(よみ|よみがな|読み|ふりがな|かな|カナ)$/,
}

/** UTF-8 with or without its mark; else what Japanese Excel writes. */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('shift_jis').decode(bytes)
  }
}

export const readFiguresCsv = (bytes: Uint8Array, known: ReadonlyMap<string, Known>): FiguresFile =>
  readFiguresText(decodeCsv(bytes), known)

export function readFiguresText(text: string, known: ReadonlyMap<string, Known>): FiguresFile {
  const cells = cellsOf(text)
  if (!Array.isArray(cells)) return { rows: [], faults: [cells], lines: 0 }
  const headingAt = cells.findIndex((line) => line.cells.some((cell) => HEADINGS.code?.test(heading(cell))))
  if (headingAt < 0) {
    const message = '見出しの行に「コード」の列がありません。1行目に コード,市町村名,人口 のような見出しを入れてください'
    return { rows: [], faults: [{ line: 1, message }], lines: 0 }
  }
  return readLines(cells.slice(headingAt + 1), columnsOf(cells[headingAt]?.cells ?? []), known)
}

interface Line {
  line: number
  cells: string[]
}

function cellsOf(text: string): Line[] | Fault {
  if (text.includes('\u0000')) return { line: 1, message: 'CSVではないファイルのようです。CSV形式で保存し直してください' }
  try {
    const records = parse(text, { bom: true, info: true, relaxColumnCount: true, skipEmptyLines: true, toLine: MAX_LINES + 10 })
    const lines = records as unknown as { record: string[]; info: { lines: number } }[]
    return lines.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.normalize('NFKC').trim()) }))
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1
    return { line, message: 'この行の「"」が閉じていないため、ここから先を読めません。「"」をそろえてください' }
  }
}

const heading = (cell: string) => cell.replace(/[\s()[\]（）「」・]/g, '').replace(/(人|%)$/, '')

function columnsOf(headings: string[]): Map<string, number> {
  const folded = headings.map(heading)
  const found = Object.entries(HEADINGS).map(([key, pattern]) => [key, folded.findIndex((cell) => pattern.test(cell))] as const)
  return new Map(found.filter(([, at]) => at >= 0))
}

function readLines(lines: Line[], columns: Map<string, number>, known: ReadonlyMap<string, Known>): FiguresFile {
  const file: FiguresFile = { rows: [], faults: [], lines: 0 }
  const seen = new Map<string, number>()
  for (const { line, cells } of lines) {
    if (cells.every((cell) => cell === '')) continue
    file.lines += 1
    const row = readRow((key) => cells[columns.get(key) ?? -1] ?? '', known)
    const first = typeof row === 'string' ? undefined : seen.get(row.code)
    if (typeof row === 'string') file.faults.push({ line, message: row })
    else if (first) file.faults.push({ line, message: `コード ${row.code} は ${first}行目にもあります。どちらか一つにしてください` })
    else file.rows.push(row)
    if (typeof row !== 'string' && !first) seen.set(row.code, line)
  }
  return { ...file, faults: file.faults.slice(0, MAX_FAULTS) }
}
