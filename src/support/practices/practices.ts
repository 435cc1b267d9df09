import { type Actor, runs } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { OWNERS, type OwnerRole, owes } from '../owners/owners.ts'
import { type Agreed, isDone, isHomework, PROMISE_TYPES, type PromiseType, type Touch } from '../promises/promises.ts'

/** A cause that can be named: kept with the region's record, by its key. */
export interface Cause {
  ref: string
  label: string
}

const alive = (actor: Actor, region: Region) => notAliveReason(region) === null && may(actor, 'practice.record', region)

/** One's own, or anything for those who make promises. */
export const mayFinish = (actor: Actor, p: Agreed, region: Region): boolean =>
  alive(actor, region) && !isDone(p) && !isHomework(p) && (may(actor, 'promise.make', region) || owes(actor, p, region))

/** More may be written to what was done, by those whose it is and by the secretariat. */
export const mayAmend = (actor: Actor, p: Agreed, region: Region): boolean =>
  alive(actor, region) &&
  p.status === 'done' &&
  (owes(actor, p, region) || runs(actor, region) || p.doneBy === actor.name)

/** Whose practice it most likely is; null: none of theirs. */
export const usualOwner = (actor: Actor, region: Region): OwnerRole | null =>
  (Object.keys(OWNERS) as OwnerRole[]).find((ownerRole) =>
    owes(actor, { ownerRole, owner: '', side: 'town' }, region),
  ) ?? null

export interface PracticeGiven {
  type: PromiseType
  heldOn: string
  withWhom: string
  learned: string
  touches: Touch[]
  isEvidence: boolean
}

/** Fields of the form, as they stand. */
export const valuesOf = (p: Agreed, today: string): Record<string, string | string[]> => ({
  text: p.text,
  type: p.type,
  heldOn: p.heldOn ?? today,
  withWhom: p.withWhom,
  learned: p.learned,
  touches: p.touches.flatMap((touch) => touch.ref ?? []),
  touchWords: p.touches.find((touch) => !touch.ref)?.label ?? '',
  ...(p.isEvidence && { isEvidence: '1' }),
})

export const typeWords = (p: Agreed): string => PROMISE_TYPES[p.type]
