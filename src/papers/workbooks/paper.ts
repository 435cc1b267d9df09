import { dropDownsOn } from '../../platform/office/lists.ts'
import {
  bytesOf,
  type Cell,
  newWorkbook,
  putText,
  type Workbook,
  type Worksheet,
} from '../../platform/office/office.ts'
import { dress, dressText, type Look } from '../../platform/office/style.ts'
import { shownText } from '../sheets/paper.ts'
import { type Field, hasRows, keysOf, offeredIn } from '../templates/templates.ts'
import {
  addressOf,
  type Block,
  CELL_LENGTH,
  heightOf,
  hintWords,
  type Layout,
  layoutOf,
  type Place,
  rowHeight,
} from './picture.ts'
import { CUT, DEFINED_NAMES, type Defined, HEADINGS, INFO_SHEET, type ToWrite } from './workbooks.ts'

const WIDTHS = { number: 5, label: 24, answer: 20, hint: 34 }
const HOW_TO = '白い欄に書いてください。全部うめなくても構いません。和暦・西暦、全角・半角はどちらでも読みとります。'
/** An entry is handed in by a deed of its own; every other sheet is simply read back. */
const howTo = ({ key, title }: ToWrite['template']): string =>
  key === 'entry'
    ? `${HOW_TO}書きおえたら、エントリーの画面から送ってください（送っただけでは提出になりません）。`
    : `${HOW_TO}書きおえたら、「${title}」の画面で読みこんでください。`

interface Desk {
  sheet: Worksheet
  layout: Layout
  dropDown: ReturnType<typeof dropDownsOn>
}

/** A template as a workbook that prints well and reads back to the same body. */
export async function workbookFor(input: ToWrite): Promise<Buffer> {
  const book = newWorkbook()
  const sheet = book.addWorksheet(input.template.sheetName)
  const layout = layoutOf(input.template, input.body)
  const desk: Desk = { sheet, layout, dropDown: dropDownsOn(infoSheet(book, input.defined), 4) }
  setUp(desk, input)
  putHead(desk, input)
  for (const section of layout.sections) putSection(desk, section)
  for (const [i, block] of layout.blocks.entries()) putBlock(desk, block, i + 1)
  return bytesOf(book)
}

function infoSheet(book: Workbook, defined: Defined): Worksheet {
  const info = book.addWorksheet(INFO_SHEET, { state: 'hidden' })
  Object.entries(DEFINED_NAMES).forEach(([key, name], i) => {
    putText(info.getCell(i + 1, 1), name)
    putText(info.getCell(i + 1, 2), String(defined[key as keyof Defined]))
    book.definedNames.add(`'${INFO_SHEET}'!$B$${i + 1}`, name)
  })
  return info
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
  sheet.views = [
    {
      state: 'frozen',
      ySplit: headRow,
      xSplit: columns.label,
      showGridLines: false,
    },
  ]
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: columns.lastAnswer - columns.answer > 4 ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: `A1:${addressOf(lastRow, columns.hint)}`,
    printTitlesRow: `${headRow}:${headRow}`,
    margins: {
      left: 0.4,
      right: 0.4,
      top: 0.6,
      bottom: 0.6,
      header: 0.3,
      footer: 0.3,
    },
  }
  const name = heading.replaceAll('&', '&&')
  sheet.headerFooter.oddFooter = `&L${template.title}　${name}&R&P / &N`
}

function putHead({ sheet, layout }: Desk, { template, heading }: ToWrite): void {
  const { columns, headRow } = layout
  const lines: [string, Look, number][] = [
    [template.title, 'title', 32],
    [heading, 'heading', 26],
    [howTo(template), 'prose', 32],
  ]
  lines.forEach(([text, look, height], i) => {
    sheet.mergeCells(i + 1, 1, i + 1, columns.hint)
    dressText(sheet.getCell(i + 1, 1), text, look)
    sheet.getRow(i + 1).height = height
  })
  sheet.mergeCells(headRow, columns.answer, headRow, columns.lastAnswer)
  dressText(sheet.getCell(headRow, 1), '番号', 'label')
  for (const key of ['label', 'answer', 'hint', 'rowId'] as const)
    dressText(sheet.getCell(headRow, columns[key]), HEADINGS[key], 'label')
}

function putSection({ sheet, layout }: Desk, { row, number, title, lead }: Layout['sections'][number]): void {
  const across = (at: number, text: string, look: Look) => {
    sheet.mergeCells(at, 1, at, layout.columns.hint)
    dressText(sheet.getCell(at, 1), text, look)
    sheet.getRow(at).height = look === 'band' ? 24 : 20
  }
  across(row, `${number} ${title}`, 'band')
  if (lead) across(row + 1, lead, 'prose')
}

function putBlock(desk: Desk, block: Block, number: number): void {
  const { sheet, layout } = desk
  const { columns } = layout
  const { field, top, bottom } = block
  if (hasRows(field)) putRowHeads(desk, block)
  const across = hasRows(field) ? [1, columns.hint] : [1, columns.label, columns.hint]
  if (bottom > top) for (const column of across) sheet.mergeCells(top, column, bottom, column)
  dressText(sheet.getCell(top, 1), String(number), 'label')
  dressText(sheet.getCell(top, columns.label), `${field.label}${field.needed ? '\n※必須' : ''}`, 'label')
  dressText(sheet.getCell(top, columns.hint), hintWords(field), 'hint')
  for (const place of block.places) putPlace(desk, block, place)
  for (const [row, id] of block.rowIds) putText(sheet.getCell(row, columns.rowId), id)
  if (!hasRows(field)) for (let row = top; row <= bottom; row++) sheet.getRow(row).height = heightOf(block, row)
}

function putRowHeads({ sheet, layout }: Desk, block: Block): void {
  const { field, top, rowIds } = block
  const { answer, lastAnswer, label } = layout.columns
  const labels = new Map((field.rows ?? []).map((row) => [row.key, row.label]))
  const inner = field.columns ?? []
  for (const [i, column] of inner.entries()) {
    if (i === inner.length - 1 && answer + i < lastAnswer) sheet.mergeCells(top, answer + i, top, lastAnswer)
    dressText(sheet.getCell(top, answer + i), column.label, 'label')
  }
  for (const [row, id] of rowIds) {
    dressText(sheet.getCell(row, label), labels.get(id) ?? String(row - top), 'plainLabel')
    sheet.getRow(row).height = rowHeight(block, row, lastAnswer - answer + 1)
  }
}

function putPlace(desk: Desk, block: Block, { field, row, column, text, path }: Place): void {
  const { sheet, layout } = desk
  const { answer, lastAnswer } = layout.columns
  const isMark = block.field.kind === 'choices'
  const isLast = block.field.columns?.at(-1) === field || !hasRows(block.field)
  const cell = sheet.getCell(row, column)
  if (isMark) {
    sheet.mergeCells(row, answer + 1, row, lastAnswer)
    const option = field.options?.find((o) => path.endsWith(`/${o.key}`))
    dressText(sheet.getCell(row, answer + 1), option?.label ?? '', 'plainLabel')
  } else if (isLast && column < lastAnswer) sheet.mergeCells(row, column, row, lastAnswer)
  putValue(cell, field, isMark ? text : cellText(field, text))
  dress(cell, isMark ? 'mark' : field.kind === 'long' ? 'longAnswer' : 'answer')
  const labels = isMark ? ['○'] : field.kind === 'choices' ? [] : offeredIn(field).map((option) => option.label)
  if (labels.length) cell.dataValidation = desk.dropDown(labels)
}

/** Numbers stay numbers for people's own sums; everything else is text, so that nothing typed can become a formula. */
function putValue(cell: Cell, field: Field, text: string): void {
  if (field.kind === 'number' && text !== '' && String(Number(text)) === text) {
    cell.value = Number(text)
    cell.numFmt = '#,##0.##########'
  } else putText(cell, text)
}

/** As people write it; a cell takes 32,767 characters, and says where the rest is. */
function cellText(field: Field, text: string): string {
  const shown =
    field.kind === 'choices'
      ? keysOf(text)
          .map((key) => shownText(field, key))
          .join('\n')
      : shownText(field, text)
  return shown.length > CELL_LENGTH ? `${shown.slice(0, CELL_LENGTH)}${CUT}` : shown
}
