import type { Document, Head, Revision } from '../../papers/documents/documents.ts'

/** A sheet this region has begun, with what its reader wants to know in the list. */
export interface WrittenSheet {
  document: Document
  head: Head
  last: Pick<Revision, 'number' | 'savedAt' | 'personId' | 'personName'> | undefined
  /** How far this person has read it. */
  readNumber: number
  /** Own words that are not saved. */
  hasDraft: boolean
}

export interface RemovedSheet {
  kind: string
  ownerId: string
  removedAt: string
  removedBy: string
}
