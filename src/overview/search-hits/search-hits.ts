import { type Actor, isMember, type Role } from '../../access/actor.ts'
import { type Circle, circlesReadBy } from '../../access/circles.ts'
import { books, type Deed, may } from '../../access/may.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type Kept, MARKS } from '../search-index/search-index.ts'

/** What a search is narrowed to. */
export interface Filters {
  kind: string | null
  year: string | null
  region: string | null
  scene: string | null
  /** Organisation of the prefecture. */
  prefecture: string | null
}

export const marksOf = ({ kind, year, region, scene, prefecture }: Filters): string[][] =>
  [
    kind && MARKS.kind(kind),
    year && MARKS.year(year),
    region && MARKS.region(region),
    scene && MARKS.scene(scene),
    prefecture && MARKS.prefecture(prefecture),
  ].flatMap((mark) => (mark ? [[mark]] : []))

type Alternative = string[][]

const OPEN: readonly Circle[] = ['region', 'wg', 'joint']
/** At most these circles can be open to a role, wherever it holds. */
const READS: Record<Exclude<Role, 'secretariat'>, readonly Circle[]> = {
  advisor: ['town', 'team', ...OPEN],
  municipality: ['town', ...OPEN],
  prefecture: ['town', ...OPEN],
  partner: OPEN,
  wg_member: ['wg', 'joint'],
  observer: ['wg', 'joint'],
}

function placesOf(m: Actor['memberships'][number]): string[] {
  if (m.regionId) return [MARKS.region(m.regionId)]
  if (m.role === 'municipality') return [MARKS.member(m.organisationId)]
  if (m.role === 'prefecture') return [MARKS.member(m.organisationId), MARKS.prefecture(m.organisationId)]
  return (m.role === 'wg_member' || m.role === 'observer') && m.programmeId ? [MARKS.programme(m.programmeId)] : []
}

/**
 * Where an actor can have something to find at all: wide enough for everything the rules open, narrow enough that little
 * is looked at in vain. Whether a hit is shown is asked of the rules themselves (`reads`). Null: anywhere.
 */
export function reachOf(actor: Actor, programmes: readonly Pick<Programme, 'id' | 'ownerId'>[]): Alternative[] | null {
  if (!isMember(actor)) return []
  const run = programmes.filter((p) =>
    actor.memberships.some(
      (m) => m.role === 'secretariat' && m.organisationId === p.ownerId && [null, p.id].includes(m.programmeId),
    ),
  )
  if (run.length === programmes.length) return null
  const team: Circle[] = actor.memberships.some((m) => m.role === 'advisor') ? ['team'] : []
  const circles = (list: readonly Circle[]) => [...new Set([...list, ...team])].map(MARKS.circle)
  const own = actor.memberships.flatMap((m): Alternative[] => {
    const places = placesOf(m)
    return m.role === 'secretariat' || places.length === 0 ? [] : [[places, circles(READS[m.role])]]
  })
  return [
    ...(run.length > 0 ? [[run.map((p) => MARKS.programme(p.id))]] : []),
    ...own,
    [[MARKS.sample], circles(OPEN)],
    [[MARKS.ofYear]],
  ]
}

type RegionBook = keyof typeof books.region
type YearBook = keyof typeof books.programme
const isOfRegion = (deed: Deed | ''): deed is RegionBook => Object.hasOwn(books.region, deed)
const isOfYear = (deed: Deed | ''): deed is YearBook => Object.hasOwn(books.programme, deed)

interface Around {
  regions: ReadonlyMap<string, Region>
  programmes: ReadonlyMap<string, Programme>
}

/** The rule: the region (or year) is seen, its circle is read there, and the page it leads to opens. */
export function reads(actor: Actor, kept: Kept, { regions, programmes }: Around): boolean {
  const { regionId, programmeId, circle, deed, kind } = kept
  if (regionId === null) {
    const programme = programmes.get(programmeId)
    return programme !== undefined && isOfYear(deed) && may(actor, deed, programme)
  }
  const region = regions.get(regionId)
  const circles = region ? circlesReadBy(actor, region) : []
  if (!region || !circles.includes(circle)) return false
  // What was put to the WG are lines of the record: whoever reads the record finds them there.
  if (kind === 'board' && circles.includes('region')) return false
  return deed === '' || (isOfRegion(deed) && may(actor, deed, region))
}
