import { bytesOf, newWorkbook, putText } from './books.ts'
import { dress, dressText } from './style.ts'

interface Table {
  sheetName: string
  heading: string
  columns: readonly { label: string; width: number }[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** No more goes into one cell. */
const MOST_LETTERS = 32_000
const fitted = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…（セルに入りきらないため、続きはCSVにあります）` : text

/** A plain list as a workbook, for people who go on in Excel. Text stays text, also when it begins with 「=」. */
export async function writeTable({ sheetName, heading, columns, rows }: Table): Promise<Buffer> {
  const book = newWorkbook()
  const sheet = book.addWorksheet(sheetName.replace(/[[\]*?:/\\']/g, '').slice(0, 31) || '一覧')
  dressText(sheet.getCell(1, 1), heading, 'heading')
  columns.forEach(({ label, width }, i) => {
    sheet.getColumn(i + 1).width = width
    dressText(sheet.getCell(2, i + 1), label, 'label')
  })
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      const cell = sheet.getCell(r + 3, c + 1)
      if (typeof value === 'number') cell.value = value
      else putText(cell, fitted(value ?? ''))
      dress(cell, 'list')
    })
  })
  sheet.getCell(1, 1).alignment = { wrapText: false, vertical: 'middle' }
  sheet.views = [{ state: 'frozen', ySplit: 2 }]
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '2:2',
  }
  return bytesOf(book)
}
