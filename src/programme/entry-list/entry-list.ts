import type { EntryState } from '../submissions/submissions.ts'

/** One entry in the secretariat's table. What a draft holds is not told: it belongs to those who write it. */
export interface EntryLine {
  regionId: string
  number: number
  name: string
  kind: string
  state: EntryState
  submittedAt: string | null
  consent: string
  filled: { filled: number; of: number } | null
  questions: number | null
  asksConsent: boolean
}

/** Tabs of the table: which states stand together. */
export const GROUPS = {
  all: { label: 'すべて', states: null },
  draft: { label: '下書き', states: ['draft'] },
  waiting: { label: '承諾待ち', states: ['awaiting_consent', 'wants_talk', 'refused'] },
  received: { label: '受付', states: ['received', 'selecting', 'selected', 'not_selected'] },
  withdrawn: { label: '取り下げ', states: ['withdrawn'] },
} as const satisfies Record<string, { label: string; states: readonly EntryState[] | null }>
export type Group = keyof typeof GROUPS

export const groupOf = (given: string | undefined): Group =>
  given !== undefined && Object.hasOwn(GROUPS, given) ? (given as Group) : 'all'

export const inGroup = (line: EntryLine, group: Group): boolean => {
  const states: readonly EntryState[] | null = GROUPS[group].states
  return states === null || states.includes(line.state)
}
