import { type Body, type Field, type Row, rowsIn, type Template, textIn } from '../templates/templates.ts'

/** Excel takes 32,767 characters in a cell; longer texts go on in the next row. */
export const CELL_LENGTH = 32_000
const LABEL_COLUMN = 2
const FIRST_ANSWER = 3
const HEAD_ROW = 4
const BLANK_ROWS = 3

export interface Place {
  path: string
  row: number
  column: number
  field: Field
  text: string
}
export interface Block {
  field: Field
  top: number
  bottom: number
  places: Place[]
  /** Ids of table and matrix rows by sheet row; '' for a blank one. */
  rowIds: Map<number, string>
}
export interface Layout {
  columns: { label: number; answer: number; lastAnswer: number; hint: number; rowId: number }
  headRow: number
  sections: { row: number; number: number; title: string; lead: string }[]
  blocks: Block[]
  lastRow: number
}

export const columnsOf = (template: Template): Layout['columns'] => {
  const widest = Math.max(4, ...template.sections.flatMap((s) => s.fields.map((f) => f.columns?.length ?? 1)))
  const lastAnswer = FIRST_ANSWER + widest - 1
  return { label: LABEL_COLUMN, answer: FIRST_ANSWER, lastAnswer, hint: lastAnswer + 1, rowId: lastAnswer + 2 }
}

/** Where everything stands; writing, the form's 「エントリー!C12」 and tests all ask here. */
export function layoutOf(template: Template, body: Body): Layout {
  const layout: Layout = {
    columns: columnsOf(template),
    headRow: HEAD_ROW,
    sections: [],
    blocks: [],
    lastRow: HEAD_ROW,
  }
  template.sections.forEach((section, i) => {
    layout.sections.push({ row: layout.lastRow + 1, number: i + 1, title: section.title, lead: section.lead ?? '' })
    layout.lastRow += section.lead ? 2 : 1
    for (const field of section.fields) {
      const block = blockOf(field, body, layout.lastRow + 1)
      layout.blocks.push(block)
      layout.lastRow = block.bottom
    }
  })
  return layout
}

function blockOf(field: Field, body: Body, top: number): Block {
  if (field.kind === 'table') return rowsBlock(field, tableIds(rowsIn(body, field.key)), body, top)
  if (field.kind === 'matrix')
    return rowsBlock(
      field,
      (field.rows ?? []).filter((row) => !row.retired).map((row) => row.key),
      body,
      top,
    )
  const places =
    field.kind === 'choices'
      ? choicePlaces(field, body, top)
      : chunksOf(textIn(body, field.key)).map((text, i) => ({
          path: field.key,
          row: top + i,
          column: FIRST_ANSWER,
          field,
          text,
        }))
  return { field, top, bottom: top + places.length - 1, places, rowIds: new Map() }
}

const tableIds = (rows: readonly Row[]): string[] => [
  ...rows.map((row) => row.id),
  ...Array.from({ length: Math.max(BLANK_ROWS, 5 - rows.length) }, () => ''),
]

function rowsBlock(field: Field, ids: readonly string[], body: Body, top: number): Block {
  const rows = new Map(rowsIn(body, field.key).map((row) => [row.id, row]))
  const places = ids.flatMap((id, i) =>
    (field.columns ?? []).map((column, j) => ({
      path: `${field.key}/${id}/${column.key}`,
      row: top + 1 + i,
      column: FIRST_ANSWER + j,
      field: column,
      text: rows.get(id)?.[column.key] ?? '',
    })),
  )
  return { field, top, bottom: top + ids.length, places, rowIds: new Map(ids.map((id, i) => [top + 1 + i, id])) }
}

const choicePlaces = (field: Field, body: Body, top: number): Place[] =>
  (field.options ?? []).map(({ key }, i) => {
    const chosen = body[field.key]
    const text = Array.isArray(chosen) && (chosen as unknown[]).includes(key) ? '○' : ''
    return { path: `${field.key}/${key}`, row: top + i, column: FIRST_ANSWER, field, text }
  })

function chunksOf(text: string): string[] {
  if (text.length <= CELL_LENGTH) return [text]
  const end = /[\uD800-\uDBFF]/.test(text[CELL_LENGTH - 1] ?? '') ? CELL_LENGTH - 1 : CELL_LENGTH
  return [text.slice(0, end), ...chunksOf(text.slice(end))]
}

const letterOf = (column: number): string =>
  column > 26
    ? letterOf(Math.floor((column - 1) / 26)) + letterOf(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)
export const addressOf = (row: number, column: number): string => `${letterOf(column)}${row}`
export const cellName = (sheet: string, row: number, column: number): string => `${sheet}!${addressOf(row, column)}`

/** For the hint 「Excelでは「エントリー!C24」」 beside each field, by path; a table has the address of its first row. */
export function cellsOf(template: Template, body: Body): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const block of layoutOf(template, body).blocks)
    for (const { path, row, column } of block.places) {
      const name = cellName(template.sheetName, row, column)
      cells[block.field.key] ??= name
      if (!path.includes('//')) cells[path] ??= name
    }
  return cells
}

/** A row of a table is as high as its fullest cell; where long words are asked for, there is room to write them by hand. */
export function rowHeight({ field, places }: Block, row: number, width: number): number {
  const inner = field.columns ?? []
  const linesIn = (place: Place): number => {
    const columns = field.columns?.at(-1) === place.field ? width - inner.length + 1 : 1
    return place.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (9 * columns))), 0)
  }
  const least = inner.some((column) => column.kind === 'long' || column.kind === 'choices') ? 40 : 26
  return Math.min(400, Math.max(least, ...places.filter((p) => p.row === row).map((p) => linesIn(p) * 18 + 6)))
}

/** Full-width characters per line of the merged answer, lines × 18 points, and room to write where nothing stands yet. */
export function heightOf({ field, places }: Block, row: number): number {
  const text = places.find((place) => place.row === row)?.text ?? ''
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 38)), 0)
  const least = field.kind === 'long' ? 90 : field.kind === 'choices' ? 20 : 32
  return Math.min(400, Math.max(least, lines * 18 + 6))
}

/** What stands beside the field for whoever writes by hand. */
export function hintWords(field: Field): string {
  const columns = field.columns ?? []
  const units = columns.filter((column) => column.unit).map(({ label, unit }) => `「${label}」の単位：${unit}`)
  const several = columns.filter((column) => column.kind === 'choices')
  return [
    field.hint,
    field.kind === 'choices' && '当てはまるものに○をつけてください',
    field.unit && `単位：${field.unit}`,
    ...units,
    ...several.map(({ label }) => `「${label}」は、いくつでも。一つごとに行をかえるか「、」で分けてください`),
    ...several
      .filter((column) => !column.optionsFrom)
      .map(({ options = [] }) => options.map((o) => o.label).join('、')),
  ]
    .filter(Boolean)
    .join('\n')
}
