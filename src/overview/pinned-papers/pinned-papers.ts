import type { Circle } from '../../access/circles.ts'

/** 市町村の内輪, 支援チーム and 事務局だけ are on no paper of the WG, whoever makes it. */
export const ON_PACKS: readonly Circle[] = ['region', 'wg', 'joint']

/** A paper of a region as it is printed: this revision, whatever is written meanwhile. */
export interface Pinned {
  documentId: string
  number: number
  savedAt: string
  savedBy: string
}
