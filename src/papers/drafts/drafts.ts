import type { Source } from '../documents/documents.ts'
import type { Body } from '../templates/templates.ts'

/** What one person typed in one tab and has not saved: the fields that differ from revision `base`. */
export interface Draft {
  id: string
  tab: string
  base: number
  fields: Body
  savedAt: string
  source: Source
  fileId: string | null
}

/** A draft as it was when somebody saw it. */
export const markOf = (draft: Pick<Draft, 'id' | 'savedAt'>): string => `${draft.id}@${draft.savedAt}`

/** The draft that typed words go on from: the one the form was opened with, else this tab's own. */
export const originOf = (drafts: readonly Draft[], at: { from?: string; tab?: string }): Draft | undefined =>
  drafts.find((draft) => markOf(draft) === at.from) ?? drafts.find((draft) => draft.tab === at.tab)
