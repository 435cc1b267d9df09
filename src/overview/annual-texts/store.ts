import type { Head } from '../../papers/documents/documents.ts'
import { documentOf, headOf } from '../../papers/documents/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { reportOwner } from './annual-texts.ts'

/** The secretariat's own words for this year's report, as they stand now. */
export async function textsOf(db: Db, programmeId: string): Promise<Head> {
  const document = await documentOf(db, reportOwner(programmeId))
  return document ? headOf(db, document.id) : { number: 0, body: {} }
}
