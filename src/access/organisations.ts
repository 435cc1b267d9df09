import { type Actor, isSignedIn, isStaff } from './actor.ts'

/** Master data: anyone signed in may look; figures and new bodies are the administrator's, the contact book also the secretariat's. */
export const organisationRules = {
  'organisation.view': isSignedIn,
  'organisation.edit': (a: Actor) => a.isAdministrator || isStaff(a),
  'organisation.import': (a: Actor) => a.isAdministrator,
} satisfies Record<string, (a: Actor) => boolean>
