import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Body } from '../templates/templates.ts'
import { applied } from './body.ts'
import type { Change, Document, Head } from './documents.ts'

interface DocumentsTable extends Omit<Document, 'circle'> {
  circle: string
}
declare module '../../platform/db/db.ts' {
  interface Tables {
    documents: DocumentsTable
  }
}

export interface Owner {
  kind: string
  ownerKind: string
  ownerId: string
}

const documentFrom = (row: DocumentsTable): Document => ({
  ...row,
  circle: row.circle as Circle,
})

export async function documentById(db: Db, id: string): Promise<Document | undefined> {
  const row = await db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst()
  return row && documentFrom(row)
}

export async function documentOf(db: Db, owner: Owner): Promise<Document | undefined> {
  const [found] = await documentsOf(db, {
    ...owner,
    ownerIds: [owner.ownerId],
  })
  return found
}

/** One kind's documents of many owners, in one query. */
export async function documentsOf(
  db: Db,
  asked: { kind: string; ownerKind: string; ownerIds: readonly string[] },
): Promise<Document[]> {
  if (asked.ownerIds.length === 0) return []
  const rows = await db
    .selectFrom('documents')
    .selectAll()
    .where('kind', '=', asked.kind)
    .where('ownerKind', '=', asked.ownerKind)
    .where('ownerId', 'in', [...asked.ownerIds])
    .execute()
  return rows.map(documentFrom)
}

export const addDocument = (db: Db, document: Document) =>
  db
    .insertInto('documents')
    .values(document)
    .onConflict((c) => c.doNothing())
    .execute()

/** The body as it stood at revision `number` (absent: now): from the last whole body on, in one query. */
export async function bodyAt(db: Db, documentId: string, number?: number): Promise<Head> {
  const rows = await changesQuery(db, [documentId], number).execute()
  return rebuilt(rows)
}

/** The present bodies of many documents, in one query. */
export async function headsOf(db: Db, documentIds: readonly string[]): Promise<Map<string, Head>> {
  if (documentIds.length === 0) return new Map()
  const rows = await changesQuery(db, documentIds).execute()
  const byDocument = new Map<string, typeof rows>(documentIds.map((id) => [id, []]))
  for (const row of rows) byDocument.get(row.documentId)?.push(row)
  return new Map([...byDocument].map(([id, own]) => [id, rebuilt(own)]))
}

export const headOf = (db: Db, documentId: string) => bodyAt(db, documentId)

function changesQuery(db: Db, documentIds: readonly string[], upTo = Number.MAX_SAFE_INTEGER) {
  return db
    .selectFrom('revisions as r')
    .select(['r.documentId', 'r.number', 'r.changesJson', 'r.bodyJson'])
    .where('r.documentId', 'in', [...documentIds])
    .where('r.number', '<=', upTo)
    .where(({ eb, selectFrom, fn, val }) =>
      eb(
        'r.number',
        '>=',
        selectFrom('revisions as whole')
          .select((w) => fn.coalesce(w.fn.max('whole.number'), val(0)).as('from'))
          .whereRef('whole.documentId', '=', 'r.documentId')
          .where('whole.bodyJson', 'is not', null)
          .where('whole.number', '<=', upTo),
      ),
    )
    .orderBy('r.documentId')
    .orderBy('r.number')
}

function rebuilt(
  rows: readonly {
    number: number
    changesJson: string
    bodyJson: string | null
  }[],
) {
  let body: Body = {}
  for (const row of rows) {
    body = row.bodyJson ? (JSON.parse(row.bodyJson) as Body) : applied(body, JSON.parse(row.changesJson) as Change[])
  }
  return { number: rows.at(-1)?.number ?? 0, body }
}
