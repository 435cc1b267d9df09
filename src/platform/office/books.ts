import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { guardWorkbook } from '../files/guard.ts'
import { Problem } from '../web/problem.ts'

/** The only door to the spreadsheet library: what stands behind it can change without anybody noticing. */
export type { Cell, Workbook, Worksheet }

export const newWorkbook = (): Workbook => {
  const book = new Workbook()
  book.creator = '伴走ノート'
  return book
}

/** Opens an uploaded workbook; the guard always goes first. Heavy or doubtful files belong into a worker. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  await guardWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const book = new Workbook()
  try {
    await book.xlsx.load(bytes as Parameters<typeof book.xlsx.load>[0])
  } catch {
    throw new Problem(
      'invalid',
      'Excelのファイルとして読めませんでした。Excelで開いて、保存しなおしてから送ってください',
    )
  }
  return book
}

export const bytesOf = async (book: Workbook): Promise<Buffer> => Buffer.from(await book.xlsx.writeBuffer())

/** Everything we write is text or a number, never a formula: '@' keeps 「=1+1」 text even after somebody edits the cell. */
export function putText(cell: Cell, text: string): void {
  cell.value = text
  cell.numFmt = '@'
}

const BOOLEANS = { true: 'はい', false: 'いいえ' }
const isoDay = (at: Date) => (Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10))

/** What a person sees in a cell, as text; a date as its day, a percentage with its sign. null = a formula without a result. */
export function textOf(cell: Cell): string | null {
  return shown(cell.value, typeof cell.numFmt === 'string' ? cell.numFmt : cell.numFmt?.formatCode)
}

function shown(value: unknown, format: string | undefined): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return BOOLEANS[`${value}`]
  if (typeof value === 'number') return numberText(value, format)
  if (value instanceof Date) return isoDay(value)
  if (typeof value !== 'object') return ''
  if ('richText' in value) return (value.richText as { text: string }[]).map((run) => run.text).join('')
  if ('formula' in value || 'sharedFormula' in value) return resultOf(value as { result?: unknown }, format)
  if ('text' in value) return shown(value.text, format)
  return 'error' in value ? null : ''
}

function resultOf({ result }: { result?: unknown }, format: string | undefined): string | null {
  if (result === undefined || result === null) return null
  return typeof result === 'object' && 'error' in result ? null : shown(result, format)
}

/** 0.192 shown as 19.2 % is meant as 19.2 %; digits behind the fifteenth are noise of the machine. */
function numberText(value: number, format: string | undefined): string {
  if (!Number.isFinite(value)) return ''
  if (format?.includes('%')) return `${plain(value * 100)}%`
  return plain(value)
}

const plain = (value: number) => {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 }) : text
}
