import { createHash } from 'node:crypto'
import type { Actor } from '../../access/actor.ts'
import type { Found } from '../../papers/privacy/privacy.ts'

/** A wording somebody wants to show, and the second person's word on it. */
export interface Agreement {
  id: string
  regionId: string
  /** What it is about, as its tool names it: 'causes/c12'. */
  subject: string
  /** The same in words, for people. */
  title: string
  /** Where it is written and shown from. */
  href: string
  text: string
  textHash: string
  /** Ids of those who wrote it: none of them can agree. */
  writers: string[]
  note: string
  askedById: string | null
  askedBy: string
  askedAt: string
  agreedById: string | null
  agreedBy: string | null
  agreedAt: string | null
  returnedById: string | null
  returnedBy: string | null
  returnedAt: string | null
  returnReason: string | null
  /** Asked again since, with another wording. */
  supersededAt: string | null
}

export type GateState = 'clear' | 'asks' | 'waiting' | 'agreed'

export interface Gate {
  /** clear: nothing found · asks: to be asked (again) · waiting: asked · agreed: may be shown. */
  state: GateState
  found: Found[]
  /** The latest one on this very wording. */
  agreement: Agreement | null
}

export const isOpen = (gate: Gate): boolean => gate.state === 'clear' || gate.state === 'agreed'

/** The same wording, whatever line ends a form gave it. */
export const hashOf = (text: string): string =>
  createHash('sha256').update(text.replace(/\r\n?/g, '\n').trim()).digest('hex')

export const isWaiting = (one: Agreement): boolean => !one.agreedAt && !one.returnedAt && !one.supersededAt

export function gateFrom(found: Found[], agreement: Agreement | null): Gate {
  if (found.length === 0) return { state: 'clear', found, agreement }
  if (agreement?.agreedAt) return { state: 'agreed', found, agreement }
  return { state: agreement && isWaiting(agreement) ? 'waiting' : 'asks', found, agreement }
}

/** Why this person's word is not the second one, or null. */
export function notSecondReason(actor: Actor, one: Pick<Agreement, 'askedById' | 'writers'>): string | null {
  if (actor.personId === null) return 'サインインした人だけが確かめられます'
  if (actor.personId === one.askedById) return '確かめてほしいと頼んだ人のほかの、もう一人が確かめます'
  return one.writers.includes(actor.personId) ? 'この文を書いた人のほかの、もう一人が確かめます' : null
}
