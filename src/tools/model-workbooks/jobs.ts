import type { Body } from '../../papers/templates/templates.ts'
import { namedText } from '../../platform/office/blocks.ts'
import { openWorkbook } from '../../platform/office/office.ts'
import { tableIn } from '../model-sheets/model-sheets.ts'
import { withTable } from './body.ts'
import { recordIn } from './bundle.ts'
import { type ModelToWrite, NAMES, RECORD_SHEET, type ReadModel } from './model-workbooks.ts'
import { modelWorkbook } from './paper.ts'

/** What the worker runs: everything that opens a file from outside, or takes long. */
export const write = (input: ModelToWrite): Promise<Buffer> => modelWorkbook(input)

/** A file of ours gives the model it was written from, with what was changed in the table; any other is added to `body`. */
export async function read({ bytes, body }: { bytes: Uint8Array; body: Body }): Promise<ReadModel> {
  const book = await openWorkbook(bytes)
  const record = recordIn(book.getWorksheet(RECORD_SHEET))
  const revision = Number(namedText(book, NAMES.revision) || Number.NaN)
  const isOwn = record !== null && Number.isInteger(revision)
  const taken = withTable(isOwn ? record : body, tableIn(book), isOwn)
  const from = isOwn ? { region: namedText(book, NAMES.region) || null, revision } : { region: null, revision: null }
  return { body: taken.body, faults: taken.faults, notes: taken.notes, ...from }
}
