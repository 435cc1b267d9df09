import { type Actor, belongs, cooperates, oversees, ROLES, runs, serves, watches } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { addDays, clock, today } from '../../platform/time.ts'
import type { Crumb } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs, type Step, type StepKind } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { deadlinesOf } from '../../support/deadlines/deadlines.ts'
import type { Meeting, Slot } from '../../support/meetings/meetings.ts'
import { spanWords } from '../../support/occasions/occasions.ts'

/** Steps at which all regions of a year report to one another: R7 ends with 合同報告会, R5 with 最終報告会. */
export const JOINT_KINDS: readonly StepKind[] = ['joint-report', 'final']

/** 合同報告会 of a year: the day, and the regions that report there. */
export interface Joint {
  programme: Programme
  label: string
  /** The day all share; null while there is none, or the regions' days differ. */
  heldOn: string | null
  startsAt: string | null
  minutes: number | null
  meeting: Meeting | null
  /** Number of the year's own meeting, where the day is one. */
  number: number | null
  /** The regions' own steps are set for different days. */
  daysDiffer: boolean
  /** Last day for materials, where nobody said otherwise. */
  usualDueOn: string | null
  regions: Region[]
  /** From the day on everybody who takes part reads what was handed in. */
  isOpen: boolean
  isOver: boolean
}

interface Found {
  programme: Programme
  steps: readonly Step[]
  yearSlots: readonly Slot[]
  /** The regions' own meetings. */
  meetings: readonly Meeting[]
  regions: Region[]
}

const isStanding = (m: Meeting | null): m is Meeting => m !== null && m.heldOn !== null && m.cancelledAt === null

/** One region's room and hour are for that region: only what all of them have in common is the meeting of all. */
function sharedOf(own: readonly Meeting[]): Meeting | null {
  const [first] = own
  if (!first) return null
  const same = <K extends keyof Meeting>(key: K, none: Meeting[K]): Meeting[K] =>
    own.every((m) => m[key] === first[key]) ? first[key] : none
  const [url, place] = [same('url', ''), same('place', '')]
  return { ...first, url, place, startsAt: same('startsAt', null), minutes: same('minutes', null) }
}

/** The year's own meeting counts first; else the regions' steps, when all that report share one day. */
export function jointFrom({ programme, steps, yearSlots, meetings, regions }: Found, now: Date): Joint {
  const step = steps.find((one) => one.kind === 'joint-report') ?? steps.find((one) => one.kind === 'final')
  const ofYear = yearSlots.filter((slot) => JOINT_KINDS.includes(slot.kind))
  const slot = ofYear.find((one) => isStanding(one.meeting)) ?? ofYear[0] ?? null
  const ofStep = meetings.filter((m) => m.kind === (step?.kind ?? 'joint-report'))
  const own = ofStep.filter(isStanding)
  const days = new Set(own.map((m) => m.heldOn))
  // The day one region has is not everybody's while another has none: what that one handed in is not open before it meets.
  const settled = new Set(ofStep.flatMap((m) => (m.cancelledAt !== null || isStanding(m) ? [m.regionId] : [])))
  const isAwaited = ({ id, pause, importedAt }: Region) => !pause && importedAt === null && !settled.has(id)
  const shared = days.size === 1 && !regions.some(isAwaited) ? sharedOf(own) : null
  const meeting = slot && isStanding(slot.meeting) ? slot.meeting : shared
  const heldOn = meeting?.heldOn ?? null
  const ownStep = steps.find((one) => one.id === slot?.stepId) ?? step
  return {
    ...{ programme, regions, heldOn, meeting },
    label: slot?.label ?? step?.label ?? '合同報告会',
    number: slot?.number ?? null,
    startsAt: meeting?.startsAt ? clock(meeting.startsAt).padStart(5, '0') : null,
    minutes: meeting?.minutes ?? null,
    daysDiffer: meeting === null && days.size > 1,
    usualDueOn: heldOn && (ownStep ? deadlinesOf(ownStep, heldOn).papersDueOn : addDays(heldOn, -7)),
    isOpen: heldOn !== null && today(now) >= heldOn,
    isOver: heldOn !== null && today(now) > heldOn,
  }
}

/** 地域の全員 of this region. */
export const isOwn = (actor: Actor, region: Region): boolean => circlesReadBy(actor, region).includes('region')

export const isOffice = (actor: Actor, { programme }: Pick<Joint, 'programme'>): boolean => runs(actor, programme)

/** Members of the selected regions, their advisors, WG and observers of the year, its secretariat. */
export const takesPart = (actor: Actor, joint: Pick<Joint, 'programme' | 'regions'>): boolean =>
  isOffice(actor, joint) || joint.regions.some((region) => isOwn(actor, region) || watches(actor, region))

/** What a region handed in: its own people at once, everybody who takes part from the day on. */
export const readsHandedIn = (actor: Actor, joint: Joint, region: Region): boolean =>
  isOwn(actor, region) || (joint.isOpen && takesPart(actor, joint))

/** Who speaks from which region or office, as others are told. */
export function placeOf(actor: Actor, joint: Pick<Joint, 'programme' | 'regions'>): string {
  if (isOffice(actor, joint)) return ROLES.secretariat
  const named = (fits: (actor: Actor, region: Region) => boolean) =>
    joint.regions.flatMap((region) => (fits(actor, region) ? [region.name] : [])).join('・')
  const town = named((a, r) => belongs(a, r) || cooperates(a, r))
  if (town) return town
  const prefecture = named(oversees)
  if (prefecture) return `${prefecture}の${ROLES.prefecture}`
  const partner = named((a, r) => serves(a, 'partner', r))
  if (partner) return `${partner}の${ROLES.partner}`
  if (named((a, r) => serves(a, 'advisor', r))) return ROLES.advisor
  return ROLES[actor.memberships.find((m) => m.programmeId === joint.programme.id)?.role ?? 'observer']
}

/** Said on every form before something goes beyond the own region. */
export const JOINT_READERS = ({ label, heldOn }: Pick<Joint, 'label' | 'heldOn'>, day: string): string =>
  heldOn
    ? `参加地域にも。${label}の日（${day}）までは、この地域の人、アドバイザー、事務局だけが読みます。当日からは、ほかの参加地域の人、WG委員、厚生労働省・厚生局も読みます`
    : `参加地域にも。${label}の日が決まり、その日になると、ほかの参加地域の人、WG委員、厚生労働省・厚生局も読みます。それまでは、この地域の人、アドバイザー、事務局だけです`

/** Where those who have the meeting's pages open listen. */
export const jointTopic = (programmeId: string): string => `joint/${programmeId}`

export const jointCrumbs = ({ programme, label }: Joint, last?: string): Crumb[] =>
  last
    ? programmeCrumbs(programme, { label, href: paths.jointReport(programme.id) }, { label: last })
    : programmeCrumbs(programme, { label })

/** 「令和8年2月20日（金） 13:00〜16:00」 */
export function whenWords({ heldOn, meeting, daysDiffer }: Joint): string {
  if (heldOn) return spanWords({ heldOn, startsAt: meeting?.startsAt ?? null, minutes: meeting?.minutes ?? null })
  return daysDiffer ? '地域ごとの日がちがいます。年度の会で一つの日を決めてください' : '日はまだ決まっていません'
}
