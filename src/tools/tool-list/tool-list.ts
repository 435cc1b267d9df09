import type { Document, Head } from '../../papers/documents/documents.ts'
import type { Milestone } from '../../papers/revisions/revisions.ts'
import { type PaperKind, partOf, refOf } from '../papers/papers.ts'

/** A paper with what a reader wants to know before opening it. */
export interface Listed {
  kind: PaperKind
  part: string | undefined
  ref: string
  document: Document
  head: Head
  savedAt: string
  savedBy: string
  /** This reader has not seen the newest revision; always false for those without an account. */
  isUnread: boolean
  /** The newest named revision, if anything changed after it: 「支援1の時点」. */
  since: Milestone | null
}

export interface Known {
  papers: readonly { document: Document; head: Head }[]
  kinds: readonly PaperKind[]
  saved: ReadonlyMap<string, { savedAt: string; personName: string; personId: string | null }>
  read: ReadonlyMap<string, number>
  milestones: ReadonlyMap<string, readonly Milestone[]>
  personId: string | null
}

export function listedOf({ papers, kinds, saved, read, milestones, personId }: Known): Listed[] {
  return papers.flatMap(({ document, head }): Listed[] => {
    const kind = kinds.find((one) => one.kind === document.kind)
    const last = saved.get(document.id)
    if (!kind || !last || head.number === 0) return []
    const part = partOf(document)
    const newest = milestones.get(document.id)?.at(-1)
    return [
      {
        ...{ kind, part, ref: refOf(kind, part), document, head },
        ...{ savedAt: last.savedAt, savedBy: last.personName },
        isUnread: personId !== null && last.personId !== personId && (read.get(document.id) ?? 0) < head.number,
        since: newest && newest.number < head.number ? newest : null,
      },
    ]
  })
}
