import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Source } from '../documents/documents.ts'
import type { Body } from '../templates/templates.ts'
import type { Draft } from './drafts.ts'

interface DraftsTable {
  id: string
  documentId: string
  personId: string
  tab: string
  baseNumber: number
  fieldsJson: string
  savedAt: string
  source: string
  fileId: string | null
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    drafts: DraftsTable
  }
}

const draftFrom = ({ baseNumber, fieldsJson, ...row }: DraftsTable): Draft => ({
  id: row.id,
  tab: row.tab,
  base: baseNumber,
  fields: JSON.parse(fieldsJson) as Body,
  savedAt: row.savedAt,
  source: row.source as Source,
  fileId: row.fileId,
})

/** What one person has typed and not saved, the newest first; a handful of tabs at most. */
export async function draftsOf(db: Db, documentId: string, personId: string): Promise<Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .selectAll()
    .where('documentId', '=', documentId)
    .where('personId', '=', personId)
    .orderBy('savedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map(draftFrom)
}

export type NewDraft = Omit<Draft, 'id' | 'savedAt'> & {
  documentId: string
  personId: string
}

/** A person has one draft per tab; writing replaces it. */
export const putDraft = (db: Db, { base, fields, ...given }: NewDraft, now: Date) => {
  const values = {
    baseNumber: base,
    fieldsJson: JSON.stringify(fields),
    savedAt: now.toISOString(),
  }
  const kept = { ...values, source: given.source, fileId: given.fileId }
  return db
    .insertInto('drafts')
    .values({
      id: newId(),
      documentId: given.documentId,
      personId: given.personId,
      tab: given.tab,
      ...kept,
    })
    .onConflict((c) => c.columns(['documentId', 'personId', 'tab']).doUpdateSet(kept))
    .execute()
}

export const removeDrafts = (db: Db, ids: readonly string[]) =>
  db
    .deleteFrom('drafts')
    .where('id', 'in', [...ids, ''])
    .execute()
