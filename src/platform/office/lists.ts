import { type Cell, putText, type Worksheet } from './books.ts'

type DropDown = NonNullable<Cell['dataValidation']>

/** Drop-downs whose choices stand in a (hidden) sheet: typed lists end at 255 characters. The same choices are written once. */
export function dropDownsOn(sheet: Worksheet, firstColumn: number): (labels: readonly string[]) => DropDown {
  const known = new Map<string, DropDown>()
  return (labels) => {
    const made = known.get(labels.join('\n')) ?? dropDown(listOn(sheet, firstColumn + known.size, labels))
    known.set(labels.join('\n'), made)
    return { ...made }
  }
}

function listOn(sheet: Worksheet, column: number, labels: readonly string[]): string {
  for (const [i, label] of labels.entries()) putText(sheet.getCell(i + 1, column), label)
  const { letter } = sheet.getColumn(column)
  return `'${sheet.name}'!$${letter}$1:$${letter}$${labels.length}`
}

/** A warning only: what fits no option may still be typed, and is asked about when the file is read. */
const dropDown = (list: string): DropDown => ({
  type: 'list',
  allowBlank: true,
  formulae: [list],
  showErrorMessage: true,
  errorStyle: 'warning',
  errorTitle: '選択肢',
  error: '一覧から選んでください',
})
