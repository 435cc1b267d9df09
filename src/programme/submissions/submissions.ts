import type { Strength } from '../../papers/checks/checks.ts'
import { isLate } from '../../platform/time.ts'
import type { Answer } from '../consents/consents.ts'
import type { Programme, ProgrammeRules } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'

export const ENTRY_STATES = {
  draft: '下書き',
  awaiting_consent: '提出済み・承諾待ち',
  wants_talk: '提出済み・相談中',
  refused: '提出済み・承諾なし',
  received: '受付',
  selecting: '選定中',
  selected: '採択',
  not_selected: '見送り',
  withdrawn: '取り下げ',
} as const
export type EntryState = keyof typeof ENTRY_STATES

/** Dated facts an entry's state is worked out from; it is never ticked. */
export interface EntryFacts {
  submittedAt: string | null
  withdrawnAt: string | null
  /** What the prefecture, or the cooperating municipalities together, have said. */
  stand: Answer | null
  /** The deadline has passed for everybody. */
  isClosed: boolean
  /** A decision whose letters have gone. */
  announced: boolean | null
}

export function entryStateOf(f: EntryFacts, rules: Pick<ProgrammeRules, 'needsConsent'>): EntryState {
  if (!f.submittedAt) return f.withdrawnAt ? 'withdrawn' : 'draft'
  if (f.announced !== null) return f.announced ? 'selected' : 'not_selected'
  if (rules.needsConsent && f.stand !== 'agreed') return f.stand ?? 'awaiting_consent'
  return f.isClosed ? 'selecting' : 'received'
}

/** 受付: it takes part in the selection, decided already or not. */
export const isReceived = (state: EntryState): boolean =>
  state === 'received' || state === 'selecting' || state === 'selected' || state === 'not_selected'

export const factsOf = (
  region: Pick<Region, 'submittedAt' | 'withdrawnAt' | 'announced'>,
  programme: Pick<Programme, 'entryClosesOn'>,
  at: { stand: Answer | null; now: Date },
): EntryFacts => ({
  submittedAt: region.submittedAt,
  withdrawnAt: region.withdrawnAt,
  announced: region.announced,
  stand: at.stand,
  isClosed: programme.entryClosesOn !== null && isLate(programme.entryClosesOn, at.now),
})

export const OUTCOMES = { fixed: '直した', reasoned: '理由を書いて進めた', left: 'そのまま' } as const
export type Outcome = keyof typeof OUTCOMES

/** A question that was put at a submission, and what became of it. */
export interface AskedQuestion {
  id: string
  field: string
  strength: Strength
  text: string
  outcome: Outcome
  reason: string
}

type Found = Pick<AskedQuestion, 'id' | 'field' | 'strength' | 'text'>

export const reasonName = (q: Pick<Found, 'id' | 'field'>): string => `reason.${q.id}.${q.field}`

/** This time's questions with their reasons, and those of the last time that are asked no more: they were put right. */
export function outcomesOf(
  found: readonly Found[],
  reasons: Readonly<Record<string, string>>,
  earlier: readonly AskedQuestion[],
): AskedQuestion[] {
  const now = found.map((q): AskedQuestion => {
    const reason = reasons[reasonName(q)] ?? ''
    return {
      id: q.id,
      field: q.field,
      strength: q.strength,
      text: q.text,
      reason,
      outcome: reason ? 'reasoned' : 'left',
    }
  })
  const gone = earlier.filter((q) => !found.some((f) => f.id === q.id && f.field === q.field))
  return [...now, ...gone.map((q): AskedQuestion => ({ ...q, outcome: 'fixed' }))]
}
