/** How often a door may be tried. `free` tries cost nothing; each further one within `forgetMinutes` waits longer. */
export interface Limit {
  free: number
  firstWaitMinutes: number
  longestWaitMinutes: number
  forgetMinutes: number
}

/**
 * An account is guarded strictly, an address generously: a whole office stands behind one address. The door by mail
 * has limits of its own, so a locked password never shuts the person out.
 */
export const LIMITS = {
  password_account: { free: 5, firstWaitMinutes: 1, longestWaitMinutes: 30, forgetMinutes: 360 },
  password_address: { free: 100, firstWaitMinutes: 5, longestWaitMinutes: 15, forgetMinutes: 30 },
  mail_account: { free: 5, firstWaitMinutes: 10, longestWaitMinutes: 60, forgetMinutes: 120 },
  mail_address: { free: 100, firstWaitMinutes: 5, longestWaitMinutes: 15, forgetMinutes: 30 },
  kept_address: { free: 60, firstWaitMinutes: 10, longestWaitMinutes: 60, forgetMinutes: 60 },
  /** A team around one table, each with an opinion. */
  opinion_address: { free: 20, firstWaitMinutes: 5, longestWaitMinutes: 60, forgetMinutes: 60 },
  /** A full lecture hall answers behind one address within minutes; a machine goes on and on. */
  answers_address: { free: 100, firstWaitMinutes: 5, longestWaitMinutes: 60, forgetMinutes: 60 },
} as const satisfies Record<string, Limit>
export type LimitName = keyof typeof LIMITS

/** Tries fade evenly with time, so that a day of small slips in a large office never adds up to a locked door. */
export const triesLeftOver = (limit: Limit, tries: number, minutes: number): number =>
  Math.max(0, tries - (minutes * limit.free) / limit.forgetMinutes)

/** Minutes to wait after so many tries: nothing while they are free, then doubling. */
export function waitAfter(limit: Limit, tries: number): number {
  if (tries < limit.free) return 0
  return Math.min(limit.firstWaitMinutes * 2 ** Math.floor(tries - limit.free), limit.longestWaitMinutes)
}
