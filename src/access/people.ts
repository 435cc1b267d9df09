import { type Actor, isSignedIn, isStaff } from './actor.ts'

/** Doors that hang on nothing but who knocks. */
export const peopleRules = {
  public: () => true,
  'home.view': isSignedIn,
  'profile.edit': isSignedIn,
  'account.administer': (a: Actor) => a.isAdministrator,
  'account.invite': (a: Actor) => a.isAdministrator || isStaff(a),
  'letters.view': (a: Actor) => a.isAdministrator || isStaff(a),
} satisfies Record<string, (a: Actor) => boolean>
