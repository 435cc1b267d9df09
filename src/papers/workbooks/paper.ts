import {
  bytesOf,
  type Cell,
  newWorkbook,
  putText,
  type Workbook,
  type Worksheet,
} from '../../platform/office/office.ts'
import { shownText } from '../sheets/paper.ts'
import { type Field, hasRows, type Option, optionsOf } from '../templates/templates.ts'
import {
  addressOf,
  type Block,
  DEFINED_NAMES,
  type Defined,
  HEADINGS,
  INFO_SHEET,
  type Layout,
  layoutOf,
  type Place,
  type ToWrite,
} from './workbooks.ts'

const FONT = '游ゴシック'
const fill = (argb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb } })
const HAIR = { style: 'thin' as const, color: { argb: 'FFB3B3B3' } }
const BORDER = { top: HAIR, left: HAIR, bottom: HAIR, right: HAIR }
const LABEL_GROUND = fill('FFF1F1F4')
const BAND = fill('FF00118F')
const WRAP = { wrapText: true, vertical: 'top' as const }
const WIDTHS = { number: 5, label: 24, answer: 20, hint: 34 }
const HOW_TO =
  '白い欄に書いてください。全部うめなくても構いません。和暦・西暦、全角・半角はどちらでも読みとります。書きおえたら、画面の「ファイルを読みこむ」から送ってください。'

interface Desk {
  sheet: Worksheet
  layout: Layout
  /** Drop-down lists live on the hidden sheet: typed lists end at 255 characters. */
  listOf(options: readonly Option[]): string
}

/** A template as a workbook that prints well and reads back to the same body. */
export async function workbookFor(input: ToWrite): Promise<Buffer> {
  const book = newWorkbook()
  const sheet = book.addWorksheet(input.template.sheetName)
  const layout = layoutOf(input.template, input.body)
  const desk: Desk = { sheet, layout, listOf: infoSheet(book, input.defined) }
  setUp(desk, input)
  putHead(desk, input)
  for (const section of layout.sections) putSection(desk, section)
  layout.blocks.forEach((block, i) => putBlock(desk, block, i + 1))
  return bytesOf(book)
}

function infoSheet(book: Workbook, defined: Defined): Desk['listOf'] {
  const info = book.addWorksheet(INFO_SHEET, { state: 'hidden' })
  Object.entries(DEFINED_NAMES).forEach(([key, name], i) => {
    info.getCell(i + 1, 1).value = name
    putText(info.getCell(i + 1, 2), String(defined[key as keyof Defined]))
    book.definedNames.add(`'${INFO_SHEET}'!$B$${i + 1}`, name)
  })
  const lists = new Map<string, string>()
  return (options) => {
    const labels = options.map((option) => option.label)
    const known = lists.get(labels.join('\n'))
    if (known) return known
    const column = 4 + lists.size
    labels.forEach((label, i) => putText(info.getCell(i + 1, column), label))
    const letter = info.getColumn(column).letter
    const range = `'${INFO_SHEET}'!$${letter}$1:$${letter}$${labels.length}`
    lists.set(labels.join('\n'), range)
    return range
  }
}

function setUp({ sheet, layout }: Desk, { template, heading }: ToWrite): void {
  const { columns, headRow, lastRow } = layout
  for (let column = 1; column <= columns.rowId; column++)
    sheet.getColumn(column).width =
      column === 1
        ? WIDTHS.number
        : column === columns.label
          ? WIDTHS.label
          : column < columns.hint
            ? WIDTHS.answer
            : WIDTHS.hint
  sheet.getColumn(columns.rowId).hidden = true
  sheet.views = [{ state: 'frozen', ySplit: headRow, xSplit: columns.label, showGridLines: false }]
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: `A1:${addressOf(lastRow, columns.hint)}`,
    printTitlesRow: `${headRow}:${headRow}`,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
  const name = heading.replaceAll('&', '&&')
  sheet.headerFooter.oddFooter = `&L${template.title}　${name}&R&P / &N`
}

function putHead({ sheet, layout }: Desk, { template, heading }: ToWrite): void {
  const { columns, headRow } = layout
  const lines = [template.title, heading, HOW_TO]
  lines.forEach((text, i) => {
    sheet.mergeCells(i + 1, 1, i + 1, columns.hint)
    const cell = sheet.getCell(i + 1, 1)
    putText(cell, text)
    cell.font = { name: FONT, size: [18, 14, 10][i] ?? 10, bold: i < 2 }
    cell.alignment = { ...WRAP, vertical: 'middle' }
    sheet.getRow(i + 1).height = [32, 26, 32][i] ?? 26
  })
  const heads = {
    1: '番号',
    [columns.label]: HEADINGS.label,
    [columns.answer]: HEADINGS.answer,
    [columns.hint]: HEADINGS.hint,
    [columns.rowId]: HEADINGS.rowId,
  }
  sheet.mergeCells(headRow, columns.answer, headRow, columns.lastAnswer)
  for (const [column, text] of Object.entries(heads)) {
    const cell = sheet.getCell(headRow, Number(column))
    putText(cell, text)
    Object.assign(cell, { font: { name: FONT, size: 10, bold: true }, fill: LABEL_GROUND, border: BORDER })
  }
}

function putSection({ sheet, layout }: Desk, { row, number, title, lead }: Layout['sections'][number]): void {
  const write = (at: number, text: string, style: Partial<Cell>) => {
    sheet.mergeCells(at, 1, at, layout.columns.hint)
    putText(sheet.getCell(at, 1), text)
    Object.assign(sheet.getCell(at, 1), style)
  }
  write(row, `${number} ${title}`, {
    font: { name: FONT, size: 12, bold: true, color: { argb: 'FFFFFFFF' } },
    fill: BAND,
    alignment: { vertical: 'middle' },
  })
  sheet.getRow(row).height = 24
  if (lead) write(row + 1, lead, { font: { name: FONT, size: 10 }, alignment: WRAP })
}

function putBlock(desk: Desk, block: Block, number: number): void {
  const { sheet, layout } = desk
  const { columns } = layout
  const { field, top, bottom } = block
  putLabel(sheet.getCell(top, 1), String(number))
  putLabel(sheet.getCell(top, columns.label), `${field.label}${field.needed ? '\n※必須' : ''}`)
  putText(sheet.getCell(top, columns.hint), hintWords(field))
  Object.assign(sheet.getCell(top, columns.hint), {
    font: { name: FONT, size: 9, color: { argb: 'FF4D4D4D' } },
    alignment: WRAP,
  })
  if (hasRows(field)) putRowHeads(desk, block)
  else if (bottom > top)
    for (const column of [1, columns.label, columns.hint]) sheet.mergeCells(top, column, bottom, column)
  for (const place of block.places) putPlace(desk, place)
  for (const [row, id] of block.rowIds) putText(sheet.getCell(row, columns.rowId), id)
  if (!hasRows(field)) for (let row = top; row <= bottom; row++) sheet.getRow(row).height = heightOf(block, row)
}

const hintWords = (field: Field): string =>
  [field.hint, field.kind === 'choices' && '当てはまるものに○をつけてください', field.unit && `単位：${field.unit}`]
    .filter(Boolean)
    .join('\n')

function putLabel(cell: Cell, text: string): void {
  putText(cell, text)
  Object.assign(cell, {
    font: { name: FONT, size: 10, bold: true },
    fill: LABEL_GROUND,
    border: BORDER,
    alignment: WRAP,
  })
}

function putRowHeads({ sheet, layout }: Desk, { field, top, rowIds }: Block): void {
  const labels = new Map((field.rows ?? []).map((row) => [row.key, row.label]))
  ;(field.columns ?? []).forEach((column, i) => putLabel(sheet.getCell(top, layout.columns.answer + i), column.label))
  for (const [row, id] of rowIds) {
    putLabel(sheet.getCell(row, layout.columns.label), labels.get(id) ?? String(row - top))
    sheet.getRow(row).height = 30
  }
}

function putPlace(desk: Desk, { field, row, column, text, path }: Place): void {
  const { sheet, layout } = desk
  const { answer, lastAnswer } = layout.columns
  const isChoice = field.kind === 'choices'
  const cell = sheet.getCell(row, column)
  if (isChoice) {
    sheet.mergeCells(row, answer + 1, row, lastAnswer)
    const option = field.options?.find((o) => path.endsWith(`/${o.key}`))
    putLabel(sheet.getCell(row, answer + 1), option?.label ?? '')
  } else if (!path.includes('/')) sheet.mergeCells(row, answer, row, lastAnswer)
  putValue(cell, field, text)
  Object.assign(cell, {
    font: { name: FONT, size: 11 },
    border: BORDER,
    alignment: isChoice ? { ...WRAP, horizontal: 'center' } : WRAP,
  })
  const options = isChoice ? [{ key: 'yes', label: '○' }] : optionsOf(field)
  if (options.length)
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [desk.listOf(options)],
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: '選択肢',
      error: '一覧から選んでください',
    }
}

/** Numbers stay numbers for people's own sums; everything else is text, so that nothing typed can become a formula. */
function putValue(cell: Cell, field: Field, text: string): void {
  if (field.kind === 'number' && text !== '' && String(Number(text)) === text) {
    cell.value = Number(text)
    cell.numFmt = '#,##0.##########'
  } else putText(cell, field.kind === 'choices' ? text : shownText(field, text))
}

/** Full-width characters per line of the merged answer, lines × 18 points, and room to write where nothing stands yet. */
function heightOf({ field, places }: Block, row: number): number {
  const text = places.find((place) => place.row === row)?.text ?? ''
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 38)), 0)
  const least = field.kind === 'long' ? 90 : field.kind === 'choices' ? 20 : 32
  return Math.min(400, Math.max(least, lines * 18 + 6))
}
