import type { Body } from '../../papers/templates/templates.ts'
import { Problem } from '../../platform/web/problem.ts'
import { type Line, linesOf } from '../journey-pastes/body.ts'
import { columnNamed, HEADINGS, type Head, headIn, onlyTable, type Seen } from '../model-sheets/model-sheets.ts'
import { withTable } from '../model-workbooks/body.ts'
import type { PastedModel, PasteFault } from './model-pastes.ts'

const SHEET = '貼りつけた表'

/** The table of a report copied from Excel or Word, added to the model: all of it, or every fault said at its line. */
export function readPastedModel(pasted: string, body: Body): PastedModel {
  const lines = linesOf(pasted).filter(({ cells }) => cells.some((cell) => cell !== ''))
  const fault = faultOfWhole(lines)
  if (fault) return failed(body, [{ line: null, message: fault, typed: '' }])
  const rows = new Map(lines.map((line) => [line.number, seenIn(line)]))
  const heads = [...rows].flatMap(([row, cells]) => headIn(row, cells) ?? [])
  const [head] = heads
  if (!head) return failed(body, [{ line: null, message: noHead(lines), typed: '' }])
  const wrong = headFaults(head, lines)
  if (wrong.length > 0) return failed(body, wrong)
  try {
    const taken = withTable(body, onlyTable([{ name: SHEET, rows }]), false)
    const faults = taken.faults.map(({ cell, message, typed }) => ({ line: rowOf(cell), message, typed }))
    const missing = head.columns.has('indicators') ? [] : ['「成果指標」の列がありません。指標は、画面で足してください']
    return faults.length > 0 ? failed(body, faults) : { body: taken.body, faults, notes: [...taken.notes, ...missing] }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return failed(body, [{ line: null, message: error.message, typed: '' }])
  }
}

const failed = (body: Body, faults: PasteFault[]): PastedModel => ({ body, faults, notes: [] })
const rowOf = (cell: string): number | null => Number(/(\d+)$/.exec(cell)?.[1] ?? Number.NaN) || null

const seenIn = ({ number: row, cells }: Line): Seen[] =>
  cells.flatMap((text, i) => (text === '' ? [] : [{ row, column: i + 1, text }]))

function faultOfWhole(lines: readonly Line[]): string | null {
  if (lines.length === 0) return '表を貼りつけてください'
  if (lines.every(({ cells }) => cells.length === 1))
    return '列に分かれていません。Excelで表の範囲を選んでコピーし、そのまま貼りつけてください'
  return null
}

/** Which of the usual headings are there at all, so that one sees what is missing. */
function noHead(lines: readonly Line[]): string {
  const found = new Set(lines.slice(0, 20).flatMap(({ cells }) => cells.flatMap((cell) => columnNamed(cell) ?? [])))
  const usual = HEADINGS.slice(1).join('」「')
  if (found.size === 0) return `見出しの行が見つかりません。「${usual}」の見出しをつけて貼りつけてください`
  if (!found.has('measure')) return '「具体的な施策」の列がありません。列の見出しを確かめてください'
  return `「具体的な施策」のほかに、読める列がありません。「${usual}」のどれかの見出しをつけてください`
}

/** A heading over two columns, one nobody knows, or the same twice: what stands below would be lost, so it is said. */
function headFaults(head: Head, lines: readonly Line[]): PasteFault[] {
  const titles = lines.find(({ number }) => number === head.row)?.cells ?? []
  const known = new Set(head.columns.values())
  const below = lines.filter(({ number }) => number > head.row)
  const say = (message: string, typed = ''): PasteFault => ({ line: head.row, message, typed })
  if (below.length === 0) return [say('見出しの下に、行がありません')]
  if (!head.columns.has('measure')) return [say('「具体的な施策」の列がありません。列の見出しを確かめてください')]
  const widest = Math.max(...lines.map(({ cells }) => cells.length))
  return Array.from({ length: widest }, (_, i) => i + 1).flatMap((column) => {
    const typed = below.map(({ cells }) => cells[column - 1] ?? '').find((cell) => cell !== '')
    if (known.has(column) || typed === undefined) return []
    const title = (titles[column - 1] ?? '').slice(0, 30)
    if (!title)
      return [
        say(`${column}列目に見出しがありません。結合されたセルを解くか、見出しを書いてください`, typed.slice(0, 30)),
      ]
    if (columnNamed(title))
      return [say(`「${title}」にあたる列が二つあります。一つにまとめるか、表を分けて貼りつけてください`)]
    return [say(`「${title}」は、どの欄か分かりません。見出しを変えるか、列を消してください`)]
  })
}
