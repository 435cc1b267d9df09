import type { Body, Row } from '../../papers/templates/templates.ts'
import { cleaned } from '../../papers/values/values.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { BoxInput } from '../logic-models/body.ts'
import { boxRows } from '../logic-models/logic-models.ts'
import { takeNew } from '../model-rows/body.ts'
import { type Line, measureIn, type Taking } from '../model-rows/model-rows.ts'
import type { Found } from '../model-sheets/model-sheets.ts'
import { type TableRow, tableOf } from '../model-tables/model-tables.ts'
import { type CellFault, type ColumnKey, MOST_BOXES } from './model-workbooks.ts'

const letter = (column: number): string =>
  column > 26
    ? letter(Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)

function linesOf({ sheet, columns, ids, lines }: Found, faults: CellFault[]): Line[] {
  return lines.map(({ row, cells }) => {
    const textAt = (column: number | null | undefined) => cells.find((seen) => seen.column === column)?.text
    const at = (key: ColumnKey) => `${sheet}!${letter(columns.get(key) ?? 1)}${row}`
    for (const key of columns.keys())
      if (textAt(columns.get(key)) === null)
        faults.push({ cell: at(key), message: '数式の結果を読みとれません。値を直接入れてください', typed: '' })
    const idAt = (i: number) => (ids === null ? '' : (textAt(ids + i) ?? ''))
    const cell = (key: ColumnKey) => cleaned(textAt(columns.get(key)) ?? '').trim()
    return { row, at, cell, ids: { measure: idAt(0), direction: idAt(1), vision: idAt(2) } }
  })
}

/** The model with what a table holds. `isOwn`: written by us from this very body. */
export function withTable(start: Body, table: Found, isOwn: boolean): Taking {
  const taking: Taking = { body: start, faults: [], notes: [] }
  const lines = linesOf(table, taking.faults)
  if (lines.length > MOST_BOXES * 2) throw new Problem('invalid', manyWords(lines.length))
  // A line that was copied brings the number of the first along: it is a new one.
  const seen = new Set<string>()
  const isFirst = (line: Line) => !seen.has(keyOf(line)) && seen.add(keyOf(line))
  const known = isOwn ? lines.filter((line) => line.ids.measure !== '' && isFirst(line)) : []
  takeEdits(taking, start, known)
  takeNew(
    taking,
    lines.filter((line) => !known.includes(line)),
    table,
  )
  const many = boxRows(taking.body).length
  if (many > Math.max(MOST_BOXES, boxRows(start).length)) throw new Problem('invalid', manyWords(many))
  for (const [key, word] of [
    ['direction', '取り組みの方向性'],
    ['vision', '目指す姿'],
  ] as const)
    if (!table.columns.has(key)) taking.notes.push(`「${word}」の列がありません。その箱は、画面で足してください`)
  return taking
}

const manyWords = (many: number) =>
  `箱が${many}あります。一つの図に入るのは${MOST_BOXES}までです。場面や地区ごとのファイルに分けてください`

const keyOf = ({ ids }: { ids: Line['ids'] }): string => `${ids.measure} ${ids.direction} ${ids.vision}`
const CHANGED_ID = '箱の番号が変わっています。この行を、もう一度ダウンロードした表に書きうつしてください'

/** What somebody changed in a file of ours: words only; a cleared cell or a missing line takes nothing away. */
function takeEdits(taking: Taking, start: Body, lines: readonly Line[]): void {
  const was = new Map(tableOf(start).map((row) => [keyOf(row), row]))
  const edits = new Map<string, BoxInput>()
  for (const line of lines) {
    const row = was.get(keyOf(line))
    if (row) takeLine(taking, edits, { line, row })
    else taking.faults.push({ cell: line.at('measure'), message: CHANGED_ID, typed: line.cell('measure') })
  }
  const boxes = boxRows(start).map((box) => ({ ...box, ...edits.get(box.id) }) as Row)
  if (edits.size > 0) taking.body = { ...start, boxes }
  const missing = was.size - lines.filter((line) => was.has(keyOf(line))).length
  if (missing > 0)
    taking.notes.push(`表にない行が${missing}つありますが、箱は残しました。消すときは画面で消してください`)
}

function takeLine(taking: Taking, edits: Map<string, BoxInput>, { line, row }: { line: Line; row: TableRow }): void {
  const isChanged = (column: ColumnKey) => line.cell(column) !== '' && line.cell(column) !== row[column].trim()
  const edit = (id: string, given: BoxInput) => edits.set(id, { ...edits.get(id), ...given })
  if (isChanged('measure')) {
    const { text, consultWith } = measureIn(line.cell('measure'))
    edit(line.ids.measure, { text, ...(consultWith && { consultWith }) })
  }
  for (const column of ['direction', 'vision'] as const)
    if (isChanged(column) && line.ids[column]) edit(line.ids[column], { text: line.cell(column) })
  if (isChanged('indicators'))
    taking.notes.push(
      `${line.at('indicators')}：成果指標は、画面の「指標」で直してください（このファイルからは変えませんでした）`,
    )
}
