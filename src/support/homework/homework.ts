import { type Actor, runs } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { MAX_BYTES, MAX_FILES, TAKEN_KINDS } from '../../programme/region-files/region-files.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { owes } from '../owners/owners.ts'
import { type Agreed, isDone, isHomework } from '../promises/promises.ts'

export const HAND_IN_ANSWERS = { accepted: '受けとりました', returned: '直して、もう一度お願いします' } as const
export type HandInAnswer = keyof typeof HAND_IN_ANSWERS

/** One version of what was handed in; a draft until it is sent, and its writer's own. */
export interface HandIn {
  id: string
  promiseId: string
  /** Counted from the first one sent; a draft has none. */
  number: number | null
  text: string
  personId: string | null
  personName: string
  /** Filed by the secretariat: whose it is. */
  onBehalfOf: string | null
  startedAt: string
  submittedAt: string | null
  /** The day it came, when it came by mail and was filed later. */
  arrivedOn: string | null
  answer: HandInAnswer | null
  answerText: string | null
  answeredAt: string | null
  answeredBy: string | null
}

export const HOMEWORK_UPLOAD = { kinds: TAKEN_KINDS, maxBytes: MAX_BYTES, maxFiles: MAX_FILES }

const open = (p: Agreed, region: Region) => notAliveReason(region) === null && isHomework(p) && !isDone(p)

/** Theirs to do, or filed by the secretariat for them. What waits for an answer is not sent over. */
export const mayHandIn = (actor: Actor, p: Agreed, region: Region): boolean =>
  open(p, region) &&
  p.homework !== 'handed' &&
  may(actor, 'homework.hand_in', region) &&
  (owes(actor, p, region) || runs(actor, region))

/** The secretariat hands in for others, never as them. */
export const isOnBehalf = (actor: Actor, p: Agreed, region: Region): boolean => !owes(actor, p, region)

export const mayAnswer = (actor: Actor, p: Agreed, region: Region): boolean =>
  open(p, region) && p.homework === 'handed' && may(actor, 'homework.answer', region)

export const mayAsk = (actor: Actor, region: Region): boolean =>
  notAliveReason(region) === null && may(actor, 'homework.ask', region)
