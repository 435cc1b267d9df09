import { type Actor, belongs, oversees, type RegionFacts, runs, serves } from '../../access/actor.ts'
import { type Region, townWord } from '../../programme/regions/regions.ts'

export const SIDES = { town: '市町村が行うこと', support: '支援する側が行うこと' } as const
export type Side = keyof typeof SIDES

/** Who owes it. A request to the prefecture or the 保健所 is a 取組 of theirs. */
export const OWNERS = {
  municipality: '市町村',
  prefecture: '都道府県',
  hokenjo: '保健所',
  advisor: 'アドバイザー',
  secretariat: '事務局',
  partner: '委託先・協力者',
} as const
export type OwnerRole = keyof typeof OWNERS
export const sideOf = (role: OwnerRole): Side => (role === 'municipality' || role === 'partner' ? 'town' : 'support')

interface Owned {
  ownerRole: OwnerRole | null
  owner: string
  side: Side
}

/** Older records say it in words only: 「東浜県」「保健所」「アドバイザー」. */
export function ownerRoleOf({ ownerRole, owner, side }: Owned): OwnerRole {
  if (ownerRole) return ownerRole
  if (side === 'town') return 'municipality'
  if (/保健所/.test(owner)) return 'hokenjo'
  if (/[都道府県]$/.test(owner)) return 'prefecture'
  return /事務局/.test(owner) ? 'secretariat' : 'advisor'
}

const isOf = (actor: Actor, region: RegionFacts, wanted: 'prefecture' | 'hokenjo') =>
  oversees(actor, region) &&
  actor.memberships.some(
    (m) => m.role === 'prefecture' && (m.organisationId === region.prefectureId) === (wanted === 'prefecture'),
  )

/** Is it this person's to do? */
export function owes(actor: Actor, promise: Owned, region: RegionFacts): boolean {
  const role = ownerRoleOf(promise)
  if (role === 'municipality') return belongs(actor, region)
  if (role === 'partner' || role === 'advisor') return serves(actor, role, region)
  return role === 'secretariat' ? runs(actor, region) : isOf(actor, region, role)
}

/** The same two headings on every page of a region: 「町が行うこと」. */
export const sidesOf = (region: Pick<Region, 'caseType' | 'members'>): Record<Side, string> => ({
  ...SIDES,
  town: `${townWord(region)}が行うこと`,
})
