import { type Cell, putText } from './books.ts'

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
