import {
  type Actor,
  type Membership,
  type ProgrammeFacts,
  type RegionFacts,
  type Role,
  runs,
} from '../../access/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { addDays, fiscalYearOf, today } from '../../platform/time.ts'

/** Where a role may hold, handed in by app.ts: programmes and regions are a higher wing's. */
export interface Places {
  programmes: readonly (ProgrammeFacts & { name: string })[]
  regions: readonly (RegionFacts & { name: string })[]
}

/** What a role is granted for: everything of the organisation, a programme, or a region. */
export interface Scope {
  programmeId: string | null
  regionId: string | null
}
/** What this actor sees of programmes and regions. */
export type PlacesOf = (ctx: Ctx) => Promise<Places>

export const EVERYWHERE: Scope = { programmeId: null, regionId: null }

/** 'programme:…' or 'region:…' in a form; anything unknown is nowhere. */
export function scopeOf(place: string, places: Places): Scope | null {
  if (place === '') return EVERYWHERE
  const programme = places.programmes.find((p) => place === `programme:${p.id}`)
  if (programme) return { programmeId: programme.id, regionId: null }
  const region = places.regions.find((r) => place === `region:${r.id}`)
  return region ? { programmeId: null, regionId: region.id } : null
}

/** The place in words, for letters. */
export function placeName(place: string, places: Places): string | null {
  const scope = scopeOf(place, places)
  const found =
    places.programmes.find((p) => p.id === scope?.programmeId) ?? places.regions.find((r) => r.id === scope?.regionId)
  return found?.name ?? null
}

/** Nobody gives away more than they hold: a secretariat its own house, its own programmes and their regions. */
export function mayGrant(actor: Actor, role: Role, at: Scope & { organisationId: string }, places: Places): boolean {
  if (actor.isAdministrator) return true
  if (role === 'secretariat') {
    const own = (m: Membership) => m.role === role && m.organisationId === at.organisationId
    return (
      at.regionId === null && actor.memberships.some((m) => own(m) && [null, at.programmeId].includes(m.programmeId))
    )
  }
  const place =
    places.regions.find((r) => r.id === at.regionId) ?? places.programmes.find((p) => p.id === at.programmeId)
  if (at.regionId || at.programmeId) return place !== undefined && runs(actor, place)
  return actor.memberships.some((m) => m.role === 'secretariat')
}

/** Why a role cannot hold there; these see nothing without a place of their own. */
export function placeFault(role: Role, scope: Scope): string | null {
  if (role === 'secretariat' && scope.regionId) return '事務局は、地域を限らずに選んでください'
  if (role === 'partner' && !scope.regionId) return '委託先・協力者は、どの地域の人かを選んでください'
  if ((role === 'wg_member' || role === 'observer') && !scope.programmeId) {
    return 'WG委員と厚生労働省・厚生局は、どの年度事業かを選んでください'
  }
  return null
}

/** How long a role holds, in the terms offices think in. */
export const TERMS = {
  open: '終わりを決めない',
  year: '今年度の終わり（3月31日）まで',
  next_year: '来年度の終わり（3月31日）まで',
} as const
export type Term = keyof typeof TERMS

export function lastDayOf(term: Term, now: Date): string | null {
  const year = fiscalYearOf(today(now))
  return { open: null, year: `${year + 1}-03-31`, next_year: `${year + 2}-03-31` }[term]
}

export const isInForce = (m: Pick<Membership, 'fromOn' | 'toOn'>, on: string): boolean =>
  m.fromOn <= on && (m.toOn === null || m.toOn >= on)

/** Ending at once means that yesterday was the last day. */
export const endDay = (atOnce: boolean, now: Date): string => (atOnce ? addDays(today(now), -1) : today(now))
