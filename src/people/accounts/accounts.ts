import { type Actor, type Membership, ROLES, type Role } from '../../access/actor.ts'

export interface Person {
  id: string
  name: string
  kana: string
  email: string
  isAdministrator: boolean
  section: string
  telephone: string
  leftOn: string | null
}

/** A membership with the names people know it by. */
export interface NamedMembership extends Membership {
  personId: string
  organisationName: string
  title: string
}

export const roleLabel = (role: Role): string => ROLES[role]

/** Mail addresses are compared without regard to case or width. */
export const foldEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

export const actorFrom = (person: Person, memberships: readonly Membership[]): Actor => ({
  personId: person.id,
  name: person.name,
  memberships,
  isAdministrator: person.isAdministrator,
})
