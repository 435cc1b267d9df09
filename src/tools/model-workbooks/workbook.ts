import type { Body } from '../../papers/templates/templates.ts'
import { beside, inWorker } from '../../platform/worker/worker.ts'
import type { ModelToWrite, ReadModel } from './model-workbooks.ts'

const jobs = beside(import.meta.url, 'jobs')
const LIMITS = {
  timeoutMs: 20_000,
  tooHard:
    'ファイルが複雑すぎて読みとれません。余分なシートや書式を消すか、表だけを新しいファイルに写して送ってください',
}

/** The model as the table of the reports, with everything else beside it, so that it comes back as it was. */
export const writeModelWorkbook = async (input: ModelToWrite): Promise<Buffer> =>
  Buffer.from(await inWorker<Uint8Array>(jobs, 'write', input, LIMITS))

/** A table as people really send it; throws a Problem for a file that holds none, or two. */
export const readModelWorkbook = (bytes: Uint8Array, body: Body): Promise<ReadModel> =>
  inWorker<ReadModel>(jobs, 'read', { bytes, body }, LIMITS)
