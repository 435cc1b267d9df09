export const PAUSE_KINDS = { pause: '休止', stop: '中止' } as const
export type PauseKind = keyof typeof PAUSE_KINDS

/** A dated fact with a reason: while one is open the region is read-only, drafts are kept, reminders stop. */
export interface Pause {
  id: string
  kind: PauseKind
  reason: string
  fromAt: string
  byName: string
  endedAt: string | null
  endReason: string | null
  endedBy: string | null
}
