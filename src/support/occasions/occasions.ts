import { type Actor, belongs, isStaff, oversees, type RegionFacts, type Role, serves } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, wareki, warekiShort } from '../../platform/time.ts'
import type { Crumb } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs, type StepKind } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import type { Slot } from '../meetings/meetings.ts'

/** 回 as its dates see it: a region's, or the year's own (WG, committee, team orientation, joint report). */
export interface Occasion {
  programme: Programme
  region: Region | null
  slot: Slot
  /** Its page; dates, schedule and cancellation hang on it. */
  href: string
}

/** Somebody who takes part in it. */
export interface Attendee {
  personId: string
  name: string
  email: string
  role: Role
  organisation: string
  /** Welcome, but the day does not depend on them. */
  isOptional: boolean
}

export const nameOf = ({ region, programme, slot }: Occasion): string =>
  `${region?.name ?? programme.name} ${slot.label}`

/** The region's name, or the programme's. */
export const whoseOf = ({ region, programme }: Occasion): string => region?.name ?? programme.name

/** Who of the programme takes part in which of its own meetings. */
export const YEAR_AUDIENCES: Record<'wg' | 'team' | 'all', readonly Role[]> = {
  wg: ['wg_member', 'observer', 'secretariat'],
  team: ['advisor', 'secretariat'],
  all: ['municipality', 'prefecture', 'advisor', 'partner', 'wg_member', 'observer', 'secretariat'],
}

export function yearAudienceOf(kind: StepKind): keyof typeof YEAR_AUDIENCES {
  if (kind === 'wg-meeting' || kind === 'committee') return 'wg'
  return kind === 'team-orientation' ? 'team' : 'all'
}

interface Places {
  /** Who owns which programme. */
  ownerOf: ReadonlyMap<string, string>
  /** Regions the reader takes part in. */
  regions: readonly Pick<Region, keyof RegionFacts>[]
}

/** Whether somebody takes part in a year's own meeting, by the hats worn in that programme today. */
export function sitsIn(actor: Actor, meeting: { programmeId: string; kind: StepKind }, places: Places): boolean {
  const roles = YEAR_AUDIENCES[yearAudienceOf(meeting.kind)]
  const p = meeting.programmeId
  const byHat = actor.memberships.some((m) => {
    if (m.role === 'secretariat') return m.organisationId === places.ownerOf.get(p) && [null, p].includes(m.programmeId)
    return (m.role === 'wg_member' || m.role === 'observer') && m.programmeId === p && roles.includes(m.role)
  })
  const own = places.regions.filter((r) => r.programmeId === p && r.isSelected)
  const isWalker = roles.includes('advisor') && own.some((r) => serves(actor, 'advisor', r))
  const isTown =
    roles.includes('municipality') &&
    own.some((r) => belongs(actor, r) || oversees(actor, r) || serves(actor, 'partner', r))
  return byHat || isWalker || isTown
}

const OPTIONAL: readonly Role[] = ['partner', 'observer']
export const isOptionalRole = (role: Role): boolean => OPTIONAL.includes(role)

export const frameOf = (actor: Actor, { region }: Occasion): RegionFrame | null =>
  region ? regionFrame(actor, region, 'meetings') : null

export function crumbsOf(o: Occasion, last: string): Crumb[] {
  const here = { label: o.slot.label, href: o.href }
  if (o.region) return regionCrumbs(o.region, ['回と日程', paths.meetings(o.region.id)], [here.label, here.href], last)
  return programmeCrumbs(o.programme, { label: '年度の会', href: paths.yearMeetings(o.programme.id) }, here, {
    label: last,
  })
}

export const maySchedule = (actor: Actor, o: Occasion): boolean =>
  o.region ? may(actor, 'meeting.schedule', o.region) : isStaff(actor) && may(actor, 'programme.edit', o.programme)

/** 令和7年10月29日（水） 14:00〜15:30; past midnight 「翌0:30」. */
export function spanWords(
  at: { heldOn: string; startsAt: string | null; minutes: number | null },
  short = false,
): string {
  const day = short ? warekiShort(at.heldOn) : wareki(at.heldOn)
  if (!at.startsAt) return day
  if (!at.minutes) return `${day} ${clock(at.startsAt)}`
  const end = new Date(new Date(at.startsAt).getTime() + at.minutes * 60_000)
  return `${day} ${clock(at.startsAt)}〜${dayOf(end) > at.heldOn ? '翌' : ''}${clock(end)}`
}
