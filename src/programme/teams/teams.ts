import type { Role } from '../../access/actor.ts'

/** Parts in a region's team, in the order they are read. */
export const TEAM_PARTS = {
  municipality: '市町村',
  prefecture: '都道府県・保健所',
  advisor: 'アドバイザー',
  partner: '委託先・協力者',
  secretariat: '事務局',
} as const
export type TeamPart = keyof typeof TEAM_PARTS

/** Parts somebody is named for in this region; the others count through their organisation. */
export const NAMED_PARTS = {
  advisor: 'アドバイザー',
  prefecture: '保健所・都道府県（この地域の担当）',
  partner: '委託先・協力者',
} as const
export type NamedPart = keyof typeof NAMED_PARTS

export interface TeamMember {
  membershipId: string
  personId: string
  name: string
  role: TeamPart
  organisationId: string
  organisationName: string
  organisationKind: string
  /** For a 保健所: the prefecture or the city it belongs to. */
  parentName: string | null
  parentKind: string | null
  section: string
  title: string
  fromOn: string
  toOn: string | null
  /** Named for this region, and not only through the organisation. */
  isNamed: boolean
}

/** Where else an advisor serves: name and term, nothing more. */
export interface Elsewhere {
  personId: string
  regionName: string
  fromOn: string
  toOn: string | null
}

/** Who took part as an imported record tells it: organisations, no people. */
export interface Participant {
  id: string
  role: string
  org: string
  note: string
  inferred: boolean
}

export const PARTICIPANT_ROLES: Record<string, string> = {
  municipality: '市町村',
  prefecture: '県',
  healthcenter: '保健所',
  advisor: '助言',
  secretariat: '事務局',
  contractor: '委託先',
  partner: '相手先',
  practitioner: '専門職',
  expert: '専門家',
  facilitator: '進行役',
}

export const isTeamRole = (role: Role): role is TeamPart => Object.hasOwn(TEAM_PARTS, role)

export const inForceOn = (m: Pick<TeamMember, 'fromOn' | 'toOn'>, day: string): boolean =>
  m.fromOn <= day && (m.toOn === null || m.toOn >= day)

/** 「県の保健所」か「市の保健所」か, in words; null for everything else. */
export function healthCenterWords(
  m: Pick<TeamMember, 'organisationKind' | 'parentName' | 'parentKind'>,
): string | null {
  if (m.organisationKind !== 'health_center') return null
  if (!m.parentName) return '保健所（属する県・市は未登録）'
  return m.parentKind === 'municipality' ? `${m.parentName}が置く保健所` : `${m.parentName}の保健所`
}

export interface Fact {
  term: string
  text: string
  note?: string
}

const WALKERS: readonly [TeamPart, string][] = [
  ['municipality', '市町村'],
  ['prefecture', '県'],
  ['advisor', '助言'],
  ['partner', '委託先'],
  ['secretariat', '事務局'],
]

/** 一緒に歩く人: who is in force today, by part. */
export function walkersOf(team: readonly TeamMember[], elsewhere: readonly Elsewhere[], town: string): Fact[] {
  return WALKERS.flatMap(([part, label]): Fact[] => {
    const own = team.filter((m) => m.role === part)
    if (own.length === 0) return []
    const names = own.map((m) =>
      part === 'prefecture' || part === 'partner'
        ? `${m.organisationName} ${m.name}`
        : m.title
          ? `${m.name}（${m.title}）`
          : m.name,
    )
    const also = own.flatMap((m) => {
      const others = elsewhere.filter((e) => e.personId === m.personId).map((e) => e.regionName)
      return others.length > 0 ? [`${m.name}は${others.join('、')}も担当`] : []
    })
    const term = part === 'municipality' ? town : label
    return [{ term, text: [...new Set(names)].join('、'), ...(also.length > 0 && { note: also.join('。') }) }]
  })
}

/** The same as an imported record tells it: organisations without names. */
export function participantFacts(participants: readonly Participant[], town: string): Fact[] {
  const roles = [...new Set(participants.map((p) => p.role))]
  return roles.map((role) => {
    const own = participants.filter((p) => p.role === role)
    const note = own.length === 1 ? own[0]?.note : ''
    const term = role === 'municipality' ? town : (PARTICIPANT_ROLES[role] ?? 'そのほか')
    return { term, text: own.map((p) => p.org).join('、'), ...(note && { note }) }
  })
}
