export const ROLES = {
  secretariat: '事務局',
  advisor: 'アドバイザー',
  municipality: '市町村',
  partner: '委託先・協力者',
  prefecture: '都道府県・保健所',
  wg_member: 'WG委員',
  observer: '厚生労働省・厚生局',
} as const
export type Role = keyof typeof ROLES

/** Person × role × organisation, with the programme or region it holds for (null: wherever the organisation counts). */
export interface Membership {
  id: string
  role: Role
  organisationId: string
  programmeId: string | null
  regionId: string | null
  fromOn: string
  toOn: string | null
}

/** Who acts: every membership in force today. Without a sign-in `personId` is null and nothing is held. */
export interface Actor {
  personId: string | null
  name: string
  memberships: readonly Membership[]
  isAdministrator: boolean
}

export const nobody: Actor = { personId: null, name: '', memberships: [], isAdministrator: false }

declare module '../platform/ctx.ts' {
  interface Ctx {
    actor: Actor
  }
}

export interface ProgrammeFacts {
  id: string
  ownerId: string
  isSample: boolean
}

/** What the rules ask about a region; satisfied by programme/regions. */
export interface RegionFacts {
  id: string
  programmeId: string
  ownerId: string
  /** The prefecture's organisation. */
  prefectureId: string | null
  /** Organisations that apply: applicant and joint ones; the prefecture itself where it leads. */
  applicantIds: readonly string[]
  cooperatingIds: readonly string[]
  isSample: boolean
  /** Some entry has been submitted (and not only drafted). */
  isSubmitted: boolean
  /** Selected, and the letters have gone. */
  isSelected: boolean
}

const has = (a: Actor, role: Role, fits: (m: Membership) => boolean) =>
  a.memberships.some((m) => m.role === role && fits(m))

export const isSignedIn = (a: Actor) => a.personId !== null
export const isMember = (a: Actor) => a.memberships.length > 0
export const isStaff = (a: Actor) => a.memberships.some((m) => m.role === 'secretariat')

/** Secretariat of the organisation that owns the programme; "staff sees all" is never written. */
export const runs = (a: Actor, f: { ownerId: string; programmeId?: string; id: string }) =>
  has(a, 'secretariat', (m) => m.organisationId === f.ownerId && [null, f.programmeId ?? f.id].includes(m.programmeId))
export const serves = (a: Actor, role: Role, r: RegionFacts) => has(a, role, (m) => m.regionId === r.id)
/** Staff of an applying organisation: the municipality, or the prefecture where it leads. */
export const belongs = (a: Actor, r: RegionFacts) =>
  a.memberships.some(
    (m) =>
      (m.role === 'municipality' || m.role === 'prefecture') &&
      r.applicantIds.includes(m.organisationId) &&
      (m.regionId === null || m.regionId === r.id),
  )
export const cooperates = (a: Actor, r: RegionFacts) =>
  has(a, 'municipality', (m) => r.cooperatingIds.includes(m.organisationId))
/** The region's own prefecture, and 保健所 people named for this region. */
export const oversees = (a: Actor, r: RegionFacts) =>
  has(a, 'prefecture', (m) => m.regionId === r.id || (m.regionId === null && m.organisationId === r.prefectureId))
export const watches = (a: Actor, r: RegionFacts) =>
  a.memberships.some((m) => (m.role === 'wg_member' || m.role === 'observer') && m.programmeId === r.programmeId)
