import { isOfficeAddress, type Organisation } from '../../people/organisations/organisations.ts'
import { isLate, today } from '../../platform/time.ts'
import type { Programme } from '../programmes/programmes.ts'

/** Somebody asked to begin an entry: from the public page, without an account. */
export interface Application {
  id: string
  programmeId: string
  organisationId: string
  email: string
  name: string
  section: string
  isJoint: boolean
  askedAt: string
  linkedAt: string | null
  decidedAt: string | null
  decidedBy: string | null
  refuseReason: string | null
  enteredAt: string | null
  regionId: string | null
}

export const APPLICATION_STATES = {
  waiting: '確認を待っています',
  linked: 'リンクを送りました',
  entered: '始めました',
  refused: 'お断りしました',
} as const
export type ApplicationState = keyof typeof APPLICATION_STATES

export function stateOf(a: Pick<Application, 'linkedAt' | 'enteredAt' | 'refuseReason'>): ApplicationState {
  if (a.enteredAt) return 'entered'
  if (a.refuseReason !== null) return 'refused'
  return a.linkedAt ? 'linked' : 'waiting'
}

export const domainOf = (email: string): string => email.trim().toLowerCase().split('@')[1] ?? ''

const under = (domain: string, known: string | null) =>
  known !== null && (domain === known.toLowerCase() || domain.endsWith(`.${known.toLowerCase()}`))

/** The address lies in the organisation's own domain: then the person is taken for its staff everywhere, not only here. */
export const isOwnAddress = (email: string, o: Pick<Organisation, 'mailDomain'>): boolean =>
  under(domainOf(email), o.mailDomain)

/**
 * Whether the link goes out at once. An office address is enough to begin; but who asks for a region that others of the
 * same office already write gets in only from their domain: a name typed into a form must not open a stranger's draft.
 */
export function goesAtOnce(email: string, o: Pick<Organisation, 'mailDomain'>, colleagues: readonly string[]): boolean {
  if (isOwnAddress(email, o)) return true
  if (!isOfficeAddress(email, o.mailDomain)) return false
  return colleagues.length === 0 || colleagues.some((other) => domainOf(other) === domainOf(email))
}

/** Why nothing can be begun now, in words, or null. */
export function closedReason(p: Pick<Programme, 'entryOpensOn' | 'entryClosesOn'>, now: Date): string | null {
  if (p.entryOpensOn && today(now) < p.entryOpensOn) return '募集はまだ始まっていません'
  if (p.entryClosesOn && isLate(p.entryClosesOn, now)) return '募集は締め切りました。ご相談は事務局までお願いします'
  return null
}
