import { bytesOf, newWorkbook, putText, type Workbook, type Worksheet } from '../../platform/office/office.ts'
import { dressText, type Look } from '../../platform/office/style.ts'
import { numbersOf, tiesOf } from '../box-names/box-names.ts'
import {
  boxesOf,
  INDICATOR_FIELDS,
  type IndicatorField,
  indicatorsOf,
  KINDS,
  linksOf,
} from '../logic-models/logic-models.ts'
import { shownField } from '../logic-models/paper.ts'
import { cellText, type TableRow, tableOf } from '../model-tables/model-tables.ts'
import { putRecord } from './bundle.ts'
import { COLUMNS, ID_LABEL, type ModelToWrite, NAMES, READING_SHEET, TABLE_SHEET } from './model-workbooks.ts'

const HOW_TO =
  '文を直す、行を足す（番号はあけたまま）ことができます。（再）は、ほかの行の施策をもう一度ならべたものです。箱を消す・つなぎかえるのは画面で行います。'
const HEAD_ROW = 4

export function modelWorkbook({ body, heading, region, revision }: ModelToWrite): Promise<Buffer> {
  const book = newWorkbook()
  const sheet = book.addWorksheet(TABLE_SHEET)
  putHead(sheet, heading)
  const rows = tableOf(body)
  for (const [i, row] of rows.entries()) putRow(sheet, HEAD_ROW + 1 + i, row)
  mergeSame(sheet, rows)
  putReading(book.addWorksheet(READING_SHEET), body)
  putRecord(book, body)
  putNames(book, { region, revision: String(revision) })
  return bytesOf(book)
}

const PAGE = { paperSize: 8, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const
const IDS_FROM = COLUMNS.length + 1

function putHead(sheet: Worksheet, heading: string): void {
  dressText(sheet.getCell(1, 1), '課題解決ストーリー（ロジックモデル）', 'title')
  dressText(sheet.getCell(2, 1), cellText(heading), 'heading')
  dressText(sheet.getCell(3, 1), HOW_TO, 'prose')
  for (const row of [1, 2, 3]) sheet.mergeCells(row, 1, row, COLUMNS.length)
  sheet.getRow(3).height = 30
  for (const [i, { label, width }] of COLUMNS.entries()) {
    dressText(sheet.getCell(HEAD_ROW, i + 1), label, 'label')
    sheet.getColumn(i + 1).width = width
  }
  for (const i of [0, 1, 2]) {
    putText(sheet.getCell(HEAD_ROW, IDS_FROM + i), i === 0 ? ID_LABEL : '')
    sheet.getColumn(IDS_FROM + i).hidden = true
  }
  sheet.views = [{ state: 'frozen', ySplit: HEAD_ROW, showGridLines: false }]
  sheet.pageSetup = { ...sheet.pageSetup, ...PAGE, printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}` }
}

function putRow(sheet: Worksheet, at: number, row: TableRow): void {
  for (const [i, { key }] of COLUMNS.entries())
    dressText(sheet.getCell(at, i + 1), row[key], i === 0 ? 'mark' : 'longAnswer')
  for (const [i, id] of [row.ids.measure, row.ids.direction, row.ids.vision].entries())
    putText(sheet.getCell(at, IDS_FROM + i), id)
  const lines = COLUMNS.map(({ key, width }) => linesOf(row[key], width))
  sheet.getRow(at).height = Math.min(400, Math.max(...lines) * 18 + 6)
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 2) / width)), 0)

/** The same direction or vision under itself is one tall cell, as reports print it. */
function mergeSame(sheet: Worksheet, rows: readonly TableRow[]): void {
  for (const [key, column] of [
    ['direction', 4],
    ['vision', 5],
  ] as const) {
    let start = 0
    for (let i = 1; i <= rows.length; i++) {
      const [first, here] = [rows[start], rows[i]]
      const isSame =
        here &&
        first &&
        first.ids[key] !== '' &&
        here.ids[key] === first.ids[key] &&
        here.ids.vision === first.ids.vision
      if (isSame) continue
      if (i - start > 1) sheet.mergeCells(HEAD_ROW + 1 + start, column, HEAD_ROW + i, column)
      start = i
    }
  }
}

/** For reading: every box with where it leads, and every indicator with all its words. */
function putReading(sheet: Worksheet, body: ModelToWrite['body']): void {
  const boxes = boxesOf(body)
  const numbers = numbersOf(boxes)
  const { to } = tiesOf(linksOf(body))
  const write = (at: number, texts: readonly string[], look: Look) => {
    for (const [i, text] of texts.entries()) dressText(sheet.getCell(at, i + 1), cellText(text), look)
  }
  dressText(
    sheet.getCell(1, 1),
    'このシートは見るためのものです。直すときは、画面か「ロジックモデル」のシートで直してください。',
    'list',
  )
  sheet.getCell(1, 1).alignment = { wrapText: false }
  write(3, ['No.', '列', '箱の文', '主語', 'つなぐ先', '担当', '状態', '重点', 'やってみて'], 'label')
  let at = 4
  for (const box of boxes) {
    const led = (to.get(box.id) ?? []).map((id) => numbers.get(id) ?? '').join('、')
    const marks = [shownField('status', box.status), box.focus ? '重点' : '', box.evaluation]
    write(at++, [numbers.get(box.id) ?? '', KINDS[box.kind], box.text, box.subject, led, box.owner, ...marks], 'list')
  }
  const fields = Object.keys(INDICATOR_FIELDS) as IndicatorField[]
  write(++at, ['箱', ...fields.map((field) => INDICATOR_FIELDS[field])], 'label')
  for (const one of indicatorsOf(body))
    write(++at, [numbers.get(one.box) ?? '', ...fields.map((field) => shownField(field, one[field]))], 'list')
  for (const [i, width] of [8, 18, 52, 14, 22, 16, 18, 22, 30, 18].entries()) sheet.getColumn(i + 1).width = width
  sheet.pageSetup = { ...sheet.pageSetup, ...PAGE }
}

function putNames(book: Workbook, values: Record<keyof typeof NAMES, string>): void {
  const info = book.addWorksheet('様式の情報', { state: 'hidden' })
  for (const [i, key] of (Object.keys(NAMES) as (keyof typeof NAMES)[]).entries()) {
    putText(info.getCell(i + 1, 1), NAMES[key])
    putText(info.getCell(i + 1, 2), values[key])
    book.definedNames.add(`'様式の情報'!$B$${i + 1}`, NAMES[key])
  }
}
