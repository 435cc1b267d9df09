import { stampOf } from '../time.ts'
import { file, type Reply } from '../web/reply.ts'
import { beside, inWorker } from '../worker/worker.ts'
import { safeName } from '../zips/zips.ts'
import { csvOf, type NamedList } from './csv.ts'
import { writeTable } from './table.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Beyond this many cells a workbook takes the worker's time, and nobody waits for it. */
const MANY_CELLS = 2_000

export async function workbookOf(list: NamedList): Promise<Buffer> {
  const table = { sheetName: list.name.split('_').at(-1) ?? '一覧', heading: list.name.replaceAll('_', '　'), ...list }
  if (list.rows.length * list.columns.length < MANY_CELLS) return writeTable(table)
  const limits = { timeoutMs: 120_000, tooHard: '行が多すぎてExcelにできませんでした。CSVで受けとってください' }
  return Buffer.from(await inWorker<Uint8Array>(beside(import.meta.url, 'jobs'), 'table', table, limits))
}

/** 「みどり町_約束・宿題・実践_20251216.csv」 */
export async function listFile(list: NamedList, ending: 'xlsx' | 'csv', now: Date): Promise<Reply> {
  const name = `${safeName(list.name)}_${stampOf(now).slice(0, 8)}.${ending}`
  if (ending === 'csv') return file({ name, type: 'text/csv; charset=utf-8', bytes: csvOf(list) })
  return file({ name, type: XLSX, bytes: await workbookOf(list) })
}

/** Every row of a search that gives a page at a time. */
export async function everyRow<Row>(
  load: (part: { limit: number; offset: number }) => Promise<{ rows: readonly Row[]; count: number }>,
  limit = 100,
): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const part = await load({ limit, offset: rows.length })
    rows.push(...part.rows)
    if (part.rows.length === 0 || rows.length >= part.count) return rows
  }
}
