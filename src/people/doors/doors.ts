/** Links that open a door without a password. Those used once open only until someone has gone through. */
export const LINK_KINDS = {
  sign_in: { once: true, hours: 0.5 },
  invitation: { once: true, hours: 72 },
  password: { once: true, hours: 1 },
  entry: { once: true, hours: 72 },
  consent: { once: false, hours: 24 * 60 },
  agreement: { once: false, hours: 24 * 60 },
  report: { once: false, hours: 24 * 30 },
  poll: { once: false, hours: 24 * 30 },
  advice: { once: false, hours: 24 * 30 },
  /** A person's calendar, subscribed to until it is revoked or they leave. */
  calendar: { once: false, hours: 24 * 365 * 10 },
  opinion: { once: false, hours: 24 * 30 },
} as const
export type LinkKind = keyof typeof LINK_KINDS

export interface Link {
  tokenHash: string
  kind: LinkKind
  personId: string | null
  email: string
  purpose: Record<string, unknown>
  createdAt: string
  endsAt: string
  usedAt: string | null
  revokedAt: string | null
}

export interface NewLink {
  kind: LinkKind
  email: string
  personId?: string | null
  purpose?: object
  /** Left out: the kind's usual time from now. */
  endsAt?: string | Date
}

/** When a link of this kind ends if nobody says otherwise. */
export const usualEnd = (kind: LinkKind, now: Date): Date =>
  new Date(now.getTime() + LINK_KINDS[kind].hours * 3_600_000)

/** Only an address inside this house may follow a sign-in; anything else leads home. */
export function insidePath(to: string | undefined): string {
  if (!to || to.length > 2000 || !/^\/(?![/\\])[\x21-\x7E]*$/.test(to) || to.includes('\\')) return '/'
  return to
}
