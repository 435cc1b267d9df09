import type { NamedMembership } from '../../people/accounts/accounts.ts'
import { addDays, instantAt } from '../../platform/time.ts'
import type { HeldLink } from '../holdings/holdings.ts'

/** 異動: everything one person holds goes to another from a day on, in one deed that can be taken back within a day. */
/** What was done, as undoing it needs to know it. */
export interface Deeds {
  ended: { id: string; toOn: string | null }[]
  added: string[]
  promises: { id: string; before: string; after: string }[]
  links: HeldLink[]
  /** Whose history tells of it. */
  regions: string[]
  left: boolean
  wasAdministrator: boolean
}

export interface Transfer {
  id: string
  personId: string
  toId: string
  fromOn: string
  leaves: boolean
  madeAt: string
  madeBy: string
  deeds: Deeds
  undoneAt: string | null
}

const UNDO_MS = 24 * 3_600_000

export const isUndoable = (t: Pick<Transfer, 'madeAt' | 'undoneAt'>, now: Date): boolean =>
  t.undoneAt === null && now.getTime() - Date.parse(t.madeAt) < UNDO_MS

/** The last moment before the new person's first day. */
export const linksEndAt = (fromOn: string): string => instantAt(fromOn, '00:00')
export const lastDayOf = (fromOn: string): string => addDays(fromOn, -1)

type Place = Pick<NamedMembership, 'role' | 'organisationId' | 'programmeId' | 'regionId'>
export const isSamePlace = (a: Place, b: Place): boolean =>
  a.role === b.role &&
  a.organisationId === b.organisationId &&
  a.programmeId === b.programmeId &&
  a.regionId === b.regionId
