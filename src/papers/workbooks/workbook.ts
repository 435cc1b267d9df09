import { beside, inWorker } from '../../platform/worker/worker.ts'
import type { Template } from '../templates/templates.ts'
import type { CellFault, ReadWorkbook, ToWrite } from './workbooks.ts'

const jobs = beside(import.meta.url, 'jobs')
const LIMITS = {
  timeoutMs: 15_000,
  tooHard:
    'ファイルが複雑すぎて読みとれません。余分なシートや書式を消すか、様式をもう一度ダウンロードして書きうつしてください',
}

/** The sheet as a workbook; an empty body gives the empty form. */
export const writeWorkbook = async (input: ToWrite): Promise<Buffer> =>
  Buffer.from(await inWorker<Uint8Array>(jobs, 'write', input))

/** Reads a filled workbook as people really send it; throws a Problem for a file that is none. */
export const readWorkbook = (bytes: Uint8Array, template: Template): Promise<ReadWorkbook> =>
  inWorker<ReadWorkbook>(jobs, 'read', { bytes, template }, LIMITS)

/** The uploaded workbook itself, with what has to be looked at in yellow. */
export const markWorkbook = async (bytes: Uint8Array, faults: readonly CellFault[]): Promise<Buffer> =>
  Buffer.from(await inWorker<Uint8Array>(jobs, 'mark', { bytes, faults }, LIMITS))
