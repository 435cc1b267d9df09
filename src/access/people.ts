import { type Actor, isSignedIn, isStaff } from './actor.ts'

/** Doors that hang on nothing but who knocks. */
export const peopleRules = {
  public: () => true,
  'home.view': isSignedIn,
  'profile.edit': isSignedIn,
  /** Long jobs; which ones, the noun knows: one's own, and those of a year one runs. */
  'task.view': isSignedIn,
  'account.administer': (a: Actor) => a.isAdministrator,
  'account.invite': (a: Actor) => a.isAdministrator || isStaff(a),
  'letters.view': (a: Actor) => a.isAdministrator || isStaff(a),
  /** 観察メモ of a prefecture; the secretariat finds there what was shared with it. */
  'observation.list': (a: Actor) => isStaff(a) || a.memberships.some((m) => m.role === 'prefecture'),
} satisfies Record<string, (a: Actor) => boolean>
