import type { Circle } from '../../access/circles.ts'
import type { NamedMembership } from '../../people/accounts/accounts.ts'
import { addDays, instantAt } from '../../platform/time.ts'

/** 異動: everything one person holds goes to another from a day on, in one deed that can be taken back within a day. */
export interface HeldMembership extends NamedMembership {
  /** The region or year it holds for, in words. */
  place: string
  /** Whether this actor may give it to somebody else. */
  isMovable: boolean
}

/** A promise that names the person. */
export interface HeldPromise {
  id: string
  regionId: string
  region: string
  text: string
  owner: string
  circle: Circle
}

export interface Holdings {
  memberships: HeldMembership[]
  promises: HeldPromise[]
  /** Advice given under this name that still waits for an answer. */
  advice: number
  /** Handed-in homework of the person's regions that waits for an answer. */
  homework: number
  /** Unsaved texts: nobody else sees them. */
  drafts: number
  links: HeldLink[]
}

export interface HeldLink {
  tokenHash: string
  endsAt: string
}

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

const bare = (text: string) => text.replace(/[\s　]+/g, '')

/** 「みどり町 青木葵」 and 「青木 葵」 both name 青木 葵. */
export const names = (owner: string, name: string): boolean => name !== '' && bare(owner).includes(bare(name))

/** The same words with the other name; spaces inside a name are typed in many ways. */
export function renamed(owner: string, from: string, to: string): string {
  const letters = [...bare(from)].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return owner.replace(new RegExp(letters.join('[\\s　]*'), 'g'), () => to)
}

/** Roles that would still be held on that day. */
export const openFrom = <M extends { toOn: string | null }>(memberships: readonly M[], fromOn: string): M[] =>
  memberships.filter((m) => m.toOn === null || m.toOn >= fromOn)

type Place = Pick<NamedMembership, 'role' | 'organisationId' | 'programmeId' | 'regionId'>
export const isSamePlace = (a: Place, b: Place): boolean =>
  a.role === b.role &&
  a.organisationId === b.organisationId &&
  a.programmeId === b.programmeId &&
  a.regionId === b.regionId
