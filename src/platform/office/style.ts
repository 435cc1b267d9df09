import { bytesOf, type Cell, newWorkbook, putText } from './office.ts'

/** The look of every workbook we make: quiet, hairlines, one band of colour. */
const FONT = '游ゴシック'
const fill = (argb: string) => ({
  type: 'pattern' as const,
  pattern: 'solid' as const,
  fgColor: { argb },
})
const HAIR = { style: 'thin' as const, color: { argb: 'FFB3B3B3' } }
const BORDER = { top: HAIR, left: HAIR, bottom: HAIR, right: HAIR }
const TOP = { wrapText: true, vertical: 'top' as const }
const MIDDLE = { wrapText: true, vertical: 'middle' as const }

const LOOKS = {
  title: { font: { name: FONT, size: 18, bold: true }, alignment: MIDDLE },
  heading: { font: { name: FONT, size: 14, bold: true }, alignment: MIDDLE },
  prose: { font: { name: FONT, size: 10 }, alignment: MIDDLE },
  hint: {
    font: { name: FONT, size: 9, color: { argb: 'FF4D4D4D' } },
    alignment: TOP,
    border: BORDER,
  },
  label: {
    font: { name: FONT, size: 10, bold: true },
    fill: fill('FFF1F1F4'),
    border: BORDER,
    alignment: MIDDLE,
  },
  plainLabel: {
    font: { name: FONT, size: 10 },
    fill: fill('FFF1F1F4'),
    border: BORDER,
    alignment: MIDDLE,
  },
  band: {
    font: { name: FONT, size: 12, bold: true, color: { argb: 'FFFFFFFF' } },
    fill: fill('FF00118F'),
    alignment: { vertical: 'middle' as const },
  },
  answer: { font: { name: FONT, size: 11 }, border: BORDER, alignment: MIDDLE },
  longAnswer: {
    font: { name: FONT, size: 11 },
    border: BORDER,
    alignment: TOP,
  },
  mark: {
    font: { name: FONT, size: 11 },
    border: BORDER,
    alignment: { ...MIDDLE, horizontal: 'center' as const },
  },
  list: { font: { name: FONT, size: 11 }, alignment: TOP },
} as const
export type Look = keyof typeof LOOKS

/** A new style object each time: shared ones would change together. */
export const dress = (cell: Cell, look: Look): void => {
  Object.assign(cell, structuredClone(LOOKS[look]))
}

export const dressText = (cell: Cell, text: string, look: Look): void => {
  putText(cell, text)
  dress(cell, look)
}

export const YELLOW = fill('FFFFF2A8')

interface Table {
  sheetName: string
  heading: string
  columns: readonly { label: string; width: number }[]
  rows: readonly (readonly (string | number | null)[])[]
}

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
      else putText(cell, (value ?? '').slice(0, 32_000))
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
