import { parse } from 'csv-parse/sync'
import { type Column, flagOf, type KnownByCode, type Otherwise, readRow } from './checks.ts'
import type { Fault, Figures } from './figures.ts'

export const MAX_LINES = 5000

export interface FiguresFile {
  rows: Figures[]
  faults: Fault[]
  /** Lines that were neither empty nor the heading. */
  lines: number
}

/** Headings as offices write them, without spaces and brackets. The first column that fits is taken. */
const HEADINGS: Record<Column, RegExp> = {
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

/** UTF-8 with or without its mark; else what Japanese Excel writes: Shift_JIS, or UTF-16 for 「Unicode テキスト」. */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('shift_jis').decode(bytes)
  }
}

export const readFiguresCsv = (bytes: Uint8Array, known: KnownByCode, otherwise: Otherwise): FiguresFile =>
  readFiguresText(decodeCsv(bytes), known, otherwise)

export function readFiguresText(text: string, known: KnownByCode, otherwise: Otherwise): FiguresFile {
  const refused = (message: string): FiguresFile => ({ rows: [], faults: [{ line: 1, message }], lines: 0 })
  if (text.includes('\u0000')) return refused('CSVではないファイルのようです。CSV形式で保存し直してください')
  const { lines, faults } = linesOf(text)
  if (lines.length > MAX_LINES) return refused(`${MAX_LINES.toLocaleString('ja-JP')}行までにしてください`)
  const at = lines.findIndex(({ cells }) => cells.some((cell) => HEADINGS.code.test(heading(cell))))
  const columns = columnsOf(lines[at]?.cells ?? [])
  if (!columns.has('code'))
    return refused('「コード」という見出しの列がありません。見出しの行を「コード,市町村名,人口」のように入れてください')
  const wanted = [...columns.keys()].some((key) => key !== 'code' && key !== 'name')
  if (!wanted)
    return refused(
      '人口・65歳以上人口・高齢化率・過疎・中山間・新しい名称のどの列も見つかりません。見出しを確かめてください',
    )
  const file = readLines(lines.slice(at + 1), columns, { known, otherwise })
  return {
    ...file,
    faults: [...faults, ...file.faults].sort((a, b) => a.line - b.line),
    lines: file.lines + faults.length,
  }
}

type Columns = Map<Column, number>

interface Line {
  line: number
  cells: string[]
}

/** As a whole (cells may hold line breaks); where a quote is left open, line by line, so that only that line is lost. */
function linesOf(text: string): { lines: Line[]; faults: Fault[] } {
  const whole = recordsOf(text)
  if (whole) return { lines: whole, faults: [] }
  const faults: Fault[] = []
  const lines = text.split(/\r\n|\r|\n/).flatMap((one, i) => {
    const records = recordsOf(one)
    if (!records) faults.push({ line: i + 1, message: '「"」が閉じていないため読めません。「"」をそろえてください' })
    return (records ?? []).map(({ cells }) => ({ line: i + 1, cells }))
  })
  return { lines, faults }
}

function recordsOf(text: string): Line[] | null {
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      delimiter: delimiterOf(text),
    })
    return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      cells: record.map((cell) => cell.trim()),
    }))
  } catch {
    return null
  }
}

/** Copied out of a sheet it is tabs. */
const delimiterOf = (text: string) => (/^[^\n,]*\t/.test(text) ? '\t' : ',')

const heading = (cell: string) =>
  cell
    .normalize('NFKC')
    .replace(/[\s()[\]「」・_]/g, '')
    .replace(/(人|%)$/, '')

function columnsOf(headings: string[]): Columns {
  const folded = headings.map(heading)
  const found = Object.entries(HEADINGS).map(
    ([key, pattern]) => [key as Column, folded.findIndex((cell) => pattern.test(cell))] as const,
  )
  return new Map(found.filter(([, at]) => at >= 0))
}

/** In a column of ○ marks alone, an empty cell says no; beside 0 or × it says nothing. */
const saysNoByBlank = (lines: Line[], at: number | undefined) => {
  const marks = lines.map(({ cells }) => flagOf((cells[at ?? -1] ?? '').normalize('NFKC')))
  return at !== undefined && marks.includes(1) && !marks.includes(0)
}

function readLines(lines: Line[], columns: Columns, given: { known: KnownByCode; otherwise: Otherwise }): FiguresFile {
  const file: FiguresFile = { rows: [], faults: [], lines: 0 }
  const seen = new Map<string, number>()
  const blanks = {
    isDepopulated: saysNoByBlank(lines, columns.get('isDepopulated')),
    isMountainous: saysNoByBlank(lines, columns.get('isMountainous')),
  }
  for (const { line, cells } of lines) {
    if (cells.every((cell) => cell === '')) continue
    file.lines += 1
    const row = readRow((key) => cells[columns.get(key) ?? -1] ?? '', { ...given, blanks })
    const first = typeof row === 'string' ? undefined : seen.get(row.code)
    if (typeof row === 'string') file.faults.push({ line, message: row })
    else if (first)
      file.faults.push({ line, message: `コード ${row.code} は${first}行目にもあります。${first}行目だけを使います` })
    else {
      file.rows.push(row)
      seen.set(row.code, line)
    }
  }
  return file
}
