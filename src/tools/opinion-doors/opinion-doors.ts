import { addDays, dayOf, instantAt, isLate, wareki, warekiShort } from '../../platform/time.ts'
import { type Evidence, evidenceWords } from '../evidence/evidence.ts'

/** 「専門職に意見を聞く」: one link that shows one hypothesis, until a day, for so many opinions. */
export interface OpinionDoor {
  id: string
  regionId: string
  causeId: string
  tokenHash: string
  /** To whom it was handed, in the town's own words: 「訪問看護ステーションの皆さん」. */
  whom: string
  /** Ids of the evidence shown with it. */
  evidence: string[]
  mostOpinions: number
  endsOn: string
  openedAt: string
  openedBy: string
  revokedAt: string | null
  revokedBy: string | null
}

export const USUAL_DAYS = 14
export const LONGEST_DAYS = 60
export const USUAL_MOST = 30
export const LARGEST_MOST = 100

/** Good through its last day. */
export const endOf = (endsOn: string): string => instantAt(addDays(endsOn, 1), '00:00')

export type DoorState = 'open' | 'ended' | 'revoked' | 'full'

export function doorStateOf(door: OpinionDoor, { now, given }: { now: Date; given: number }): DoorState {
  if (door.revokedAt) return 'revoked'
  if (isLate(door.endsOn, now)) return 'ended'
  return given >= door.mostOpinions ? 'full' : 'open'
}

/** What a stranger will read: exactly this goes through the gate. */
export interface Shown {
  text: string
  evidence: string[]
}

export const shownBy = (cause: { text: string }, evidence: readonly Evidence[]): Shown => ({
  text: cause.text,
  evidence: evidence.map(evidenceWords),
})

export const gateText = ({ text, evidence }: Shown): string => [text, ...evidence].join('\n')

/** The name under which a second person agreed: another choice of evidence is another text. */
export const gateSubject = (causeId: string, evidence: readonly { id: string }[]): string =>
  [`causes/${causeId}`, ...evidence.map(({ id }) => id)].join('+')

export interface ShownDoor {
  id: string
  whom: string
  /** 「R7.11.4（火）まで・3件／30件まで」 */
  words: string
  state: string
  isOpen: boolean
  /** Who made it, when; who ended it. */
  by: string
}

const STATES: Record<DoorState, string> = {
  open: '受付中',
  ended: '期限が来ました',
  revoked: '取り消し',
  full: '上限まで届きました',
}

export function shownDoor(door: OpinionDoor, at: { now: Date; given: number }): ShownDoor {
  const state = doorStateOf(door, at)
  return {
    id: door.id,
    whom: door.whom || '（相手の名前なし）',
    words: `${warekiShort(door.endsOn)}まで・${at.given}件届きました（${door.mostOpinions}件まで）`,
    state: STATES[state],
    isOpen: state === 'open',
    by: [
      `${door.openedBy}さんが${wareki(dayOf(door.openedAt))}に作りました`,
      door.revokedBy && `${door.revokedBy}さんが取り消しました`,
    ]
      .filter(Boolean)
      .join('。'),
  }
}
