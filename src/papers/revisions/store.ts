import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Change, Revision, Source } from '../documents/documents.ts'
import type { Body } from '../templates/templates.ts'

interface RevisionsTable extends Omit<Revision, 'changes' | 'source'> {
  id: string
  documentId: string
  changesJson: string
  /** The whole body, every 50th time: reading never goes further back than that. */
  bodyJson: string | null
  source: string
}
declare module '../../platform/db/db.ts' {
  interface Tables {
    revisions: RevisionsTable
    milestones: { id: string; documentId: string; number: number; label: string; createdAt: string }
  }
}

const WHOLE_EVERY = 50

export type NewRevision = Omit<Revision, 'savedAt'> & {
  documentId: string
  body: Body
}

/** Appends; the database guards the number. */
export async function addRevision(db: Db, { body, changes, ...given }: NewRevision, now: Date): Promise<void> {
  const row = {
    ...given,
    id: newId(),
    savedAt: now.toISOString(),
    changesJson: JSON.stringify(changes),
  }
  const bodyJson = given.number % WHOLE_EVERY === 0 ? JSON.stringify(body) : null
  await db
    .insertInto('revisions')
    .values({ ...row, bodyJson })
    .execute()
  await db.updateTable('documents').set({ headNumber: given.number }).where('id', '=', given.documentId).execute()
}

/** Newest first. */
export async function revisionsOf(
  db: Db,
  documentId: string,
  asked: { limit: number; offset?: number; after?: number },
): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(['number', 'savedAt', 'personId', 'personName', 'onBehalfOf', 'source', 'fileId', 'note', 'changesJson'])
    .where('documentId', '=', documentId)
    .where('number', '>', asked.after ?? 0)
    .orderBy('number', 'desc')
    .limit(asked.limit)
    .offset(asked.offset ?? 0)
    .execute()
  return rows.map(({ changesJson, ...row }) => ({
    ...row,
    source: row.source as Source,
    changes: JSON.parse(changesJson) as Change[],
  }))
}

export const addMilestone = (db: Db, given: { documentId: string; number: number; label: string }, now: Date) =>
  db
    .insertInto('milestones')
    .values({ ...given, id: newId(), createdAt: now.toISOString() })
    .execute()

/** Marks the present revision of every document of one owner, its parts' (`id/part`) too; returns how many. */
export async function pinMilestones(db: Db, ownerId: string, label: string, now: Date): Promise<number> {
  const documents = await db
    .selectFrom('documents')
    .select(['id', 'headNumber'])
    .where((eb) => eb.or([eb('ownerId', '=', ownerId), eb('ownerId', 'like', `${ownerId}/%`)]))
    .where('headNumber', '>', 0)
    .execute()
  for (const { id, headNumber } of documents) {
    await addMilestone(db, { documentId: id, number: headNumber, label }, now)
  }
  return documents.length
}

export const milestonesOf = (db: Db, documentId: string) =>
  db
    .selectFrom('milestones')
    .select(['number', 'label', 'createdAt'])
    .where('documentId', '=', documentId)
    .orderBy('id')
    .execute()
