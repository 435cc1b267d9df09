import { bytesOf, type Cell, putText, textOf, type Workbook, type Worksheet } from '../../platform/office/office.ts'
import { dressText, YELLOW } from '../../platform/office/style.ts'
import { type CellFault, TO_CHECK_SHEET } from './workbooks.ts'

/** Somebody's own file, with every doubtful cell yellow and commented, and a sheet that lists them. Nothing typed is touched. */
export function markedWorkbook(book: Workbook, faults: readonly CellFault[]): Promise<Buffer> {
  const listed = faults.map((fault) => ({ ...fault, label: fault.label ?? labelBeside(book, fault) }))
  for (const fault of faults) markCell(book, fault)
  const old = book.getWorksheet(TO_CHECK_SHEET)
  if (old) book.removeWorksheet(old.id)
  listFaults(book.addWorksheet(TO_CHECK_SHEET), listed)
  return bytesOf(book)
}

const partsOf = (cell: string): { sheet: string; address: string } | null => {
  const match = /^(.+)!([A-Z]{1,2}[1-9]\d{0,4})$/.exec(cell)
  return match?.[1] && match[2] ? { sheet: match[1], address: match[2] } : null
}

const cellOf = (book: Workbook, name: string): Cell | undefined => {
  const parts = partsOf(name)
  return parts ? book.getWorksheet(parts.sheet)?.getCell(parts.address).master : undefined
}

function labelBeside(book: Workbook, { cell: name }: CellFault): string {
  const cell = cellOf(book, name)
  const label = cell && Number(cell.col) > 2 ? textOf(cell.worksheet.getCell(cell.row, 2).master) : ''
  return (label ?? '').split('\n')[0] ?? ''
}

function markCell(book: Workbook, { cell: name, message }: CellFault): void {
  const cell = cellOf(book, name)
  if (!cell) return
  // Cells share their style objects: a new one, or the whole sheet turns yellow.
  cell.style = { ...cell.style, fill: structuredClone(YELLOW) }
  // An empty cell would lose its comment.
  if (cell.value === null || cell.value === undefined) cell.value = ''
  const before = commentOf(cell)
  cell.note = before && before !== message && !before.includes(message) ? `${before}\n${message}` : message
}

const commentOf = ({ note }: Cell): string => {
  if (typeof note === 'string') return note
  return (note?.texts ?? []).map(({ text }) => text).join('')
}

function listFaults(sheet: Worksheet, faults: readonly CellFault[]): void {
  dressText(sheet.getCell('A1'), `確かめていただきたい欄が${faults.length}か所あります`, 'heading')
  putText(sheet.getCell('A2'), '黄色い欄を直し、このファイルをもう一度送ってください。ほかの欄はこのままで構いません。')
  sheet.getCell('A1').alignment = { wrapText: false }
  const rows = [
    ['欄', '項目', 'いまの内容', 'お願いしたいこと'],
    ...faults.map(({ cell, label, typed, message }) => [cell, label ?? '', short(typed), message]),
  ]
  for (const [i, texts] of rows.entries())
    for (const [j, text] of texts.entries()) dressText(sheet.getCell(i + 4, j + 1), text, i === 0 ? 'label' : 'list')
  ;[20, 30, 36, 64].forEach((width, i) => {
    sheet.getColumn(i + 1).width = width
  })
  sheet.views = [{ state: 'frozen', ySplit: 4 }]
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  }
}

const short = (text: string): string =>
  [...text.slice(0, 400)].length > 120 ? `${[...text.slice(0, 400)].slice(0, 120).join('')}…` : text
