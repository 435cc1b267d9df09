import { blocksIn, type Found, namedText, type Rows, seenIn } from '../../platform/office/blocks.ts'
import { openWorkbook, type Workbook } from '../../platform/office/office.ts'
import { Problem } from '../../platform/web/problem.ts'
import { templateOf } from '../templates/released.ts'
import { type Field, fieldsOf, isEmpty, type Template } from '../templates/templates.ts'
import { cleaned, folded } from '../values/values.ts'
import { readField, type Spot } from './body.ts'
import { markedWorkbook } from './checks.ts'
import { workbookFor } from './paper.ts'
import { cellName, columnsOf } from './picture.ts'
import {
  type CellFault,
  DEFINED_NAMES,
  HEADINGS,
  INFO_SHEET,
  type ReadWorkbook,
  TO_CHECK_SHEET,
  type ToWrite,
} from './workbooks.ts'

/** What the worker runs: everything that opens a file from outside, or takes long. */
export const write = (input: ToWrite): Promise<Buffer> => workbookFor(input)

export const mark = async ({ bytes, faults }: { bytes: Uint8Array; faults: CellFault[] }): Promise<Buffer> =>
  markedWorkbook(await openWorkbook(bytes), faults)

export async function read({ bytes, template }: { bytes: Uint8Array; template: Template }): Promise<ReadWorkbook> {
  const book = await openWorkbook(bytes)
  const defined = definedIn(book)
  refuseOther(defined, template)
  const sheet = sheetOf(book, template)
  const result: ReadWorkbook = { body: {}, faults: [], defined, notes: notesOn(defined, template), cells: {} }
  for (const field of fieldsOf(template)) take(field, sheet, result)
  return result
}

function definedIn(book: Workbook): ReadWorkbook['defined'] {
  const pairs = Object.entries(DEFINED_NAMES).map(([key, name]) => [
    key,
    cleaned(namedText(book, name)).trim().slice(0, 100),
  ])
  return Object.fromEntries(pairs.filter(([, text]) => text !== ''))
}

function refuseOther({ template: key }: ReadWorkbook['defined'], template: Template): void {
  if (key === undefined || key === template.key) return
  const other = templateOf(key)?.title ?? '別のシート'
  throw new Problem('invalid', `これは「${other}」のファイルです。「${template.title}」のファイルを選んでください`)
}

const notesOn = ({ version }: ReadWorkbook['defined'], template: Template): string[] =>
  version === undefined || version === String(template.version)
    ? []
    : [
        `このファイルは「${template.title}」の第${version}版です。いまは第${template.version}版なので、項目名の合う欄だけを読みとりました`,
      ]

interface Opened {
  name: string
  rows: Rows
  found: Found
  columns: Spot['columns']
}

/** The sheet by its name, or whichever holds the labels: people rename and add sheets. */
function sheetOf(book: Workbook, template: Template): Opened {
  const ours = book.worksheets.filter(({ name }) => name !== INFO_SHEET && name !== TO_CHECK_SHEET)
  const named = ours.filter(({ name }) => folded(name) === folded(template.sheetName))
  const enough = Math.min(3, fieldsOf(template).length)
  for (const candidates of [named, ours]) {
    const opened = candidates.map((sheet) => open(sheet.name, seenIn(sheet), template))
    const best = opened.sort((a, b) => b.found.blocks.size - a.found.blocks.size)[0]
    if (best && best.found.blocks.size >= enough) return best
  }
  throw new Problem(
    'invalid',
    `「${template.title}」の項目が見つかりません。ダウンロードした様式に書いたファイルを選んでください`,
  )
}

function open(name: string, rows: Rows, template: Template): Opened {
  const keys = new Map(fieldsOf(template).map((field) => [folded(field.label), field.key]))
  const titles = new Set(template.sections.map((section, i) => folded(`${i + 1}${section.title}`)))
  const found = blocksIn(rows, {
    keyOf: (text) => (text.length > 100 ? undefined : keys.get(folded(text.replace(/※(?:必須|任意)/g, '')))),
    ends: (text) => text.length < 100 && titles.has(folded(text)),
  })
  const heads = [...rows.values()].flat().filter(({ text }) => text !== null && text.length < 40)
  const columnOf = (heading: string) => heads.find(({ text }) => folded(text ?? '') === folded(heading))?.column
  const plan = columnsOf(template)
  const hint = columnOf(HEADINGS.hint) ?? found.column + plan.hint - plan.label
  return { name, rows, found, columns: { label: found.column, hint, rowId: columnOf(HEADINGS.rowId) ?? hint + 1 } }
}

function take(field: Field, { name, rows, found, columns }: Opened, result: ReadWorkbook): void {
  const block = found.blocks.get(field.key)
  if (!block) {
    const message = `「${field.label}」の欄が見つかりません。項目名を元に戻すか、画面で書いてください`
    result.faults.push({ cell: cellName(name, 1, 1), path: field.key, message, typed: '', label: field.label })
    return
  }
  const { value, faults, cells } = readField(field, { sheet: name, rows, ...block, columns })
  Object.assign(result.cells, cells)
  result.faults.push(...faults.map((fault) => ({ ...fault, label: field.label })))
  // A blank in a sheet that was downloaded filled was emptied by somebody; in an empty one it was simply not written.
  if (value !== undefined && (!isEmpty(value) || result.defined.revision)) result.body[field.key] = value
}
