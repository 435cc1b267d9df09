import type { Actor } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { StepGuide } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { ATTENDANCE_PARTS } from '../../support/attendances/attendances.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { placeWords, whenWords } from '../../support/minutes/minutes.ts'
import { OWNERS } from '../../support/owners/owners.ts'
import { type CircleOption, circleOptions } from '../../support/records/records.ts'
import { NOTE_KINDS } from './forms.ts'
import {
  isOpen,
  type LogPart,
  logOf,
  mayWrite,
  type Noted,
  type PeoplePart,
  type Present,
  peoplePart,
  type Seat,
  type Wall,
  wallOf,
} from './live-meeting.ts'

export interface WriteBox {
  saveTo: string
  kinds: typeof NOTE_KINDS
  circles: CircleOption[]
  advisors: { value: string; label: string }[]
  owners: typeof OWNERS
}

export interface LivePage {
  heading: string
  facts: string[]
  live: { events: string; part: string; mark: string } | null
  wall: Wall
  log: LogPart
  people: PeoplePart | null
  write: WriteBox | null
  guestTo: string | null
  parts: typeof ATTENDANCE_PARTS
  guide: StepGuide | null
  screenHref: string
  leaveHref: string
  minutesHref: string | null
  form: FormState
}

export interface ScreenPage {
  heading: string
  facts: string[]
  live: { events: string; part: string; mark: string } | null
  wall: Wall
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/live-meeting/show': LivePage
    'overview/live-meeting/screen': ScreenPage
    'overview/live-meeting/wall': { wall: Wall }
    'overview/live-meeting/log': { log: LogPart }
    'overview/live-meeting/people': { people: PeoplePart }
  }
}

export interface LiveView {
  actor: Actor
  region: Region
  slot: Slot
  running: Noted
  said: Wall['said']
  mark: string
}

const headOf = ({ region, slot, mark }: LiveView) => ({
  heading: `${region.name} ${slot.label}`,
  facts: [slot.meeting?.heldOn ? whenWords(slot.meeting) : '', placeWords(slot.meeting)].filter(Boolean),
  live: isOpen({ region, slot })
    ? {
        events: paths.meetingEvents(region.id, slot.number),
        part: paths.meetingPart(region.id, slot.number, ''),
        mark,
      }
    : null,
})

/** Keywords are for 地域の全員, wherever they are shown. */
export function wallPart({ actor, region, slot, running, said }: Omit<LiveView, 'mark'>): Wall {
  const isInside = circlesReadBy(actor, region).includes('region')
  return wallOf(running, {
    theme: region.theme,
    said: isInside ? said : [],
    keywords: isInside ? (slot.meeting?.keywords ?? []) : [],
  })
}

export function logPart(view: Seat & { running: Noted; watchers: number }): LogPart {
  const { region, slot } = view
  const writes = mayWrite(view)
  const fixed = slot.meeting?.fixedAt
  return {
    rows: logOf(view.running, (line) =>
      writes ? `${paths.meetingLine(region.id, slot.number, line.id)}?from=live` : null,
    ),
    watchers: view.watchers > 1 ? `${view.watchers}人がこの画面をひらいています` : null,
    closed: fixed
      ? { text: 'この回の記録は確定しました。議事録を読む', href: paths.meetingMinutes(region.id, slot.number) }
      : null,
  }
}

interface Around {
  present: Present | null
  guide: StepGuide | null
  watchers: number
  form: FormState
}

export function livePage(view: LiveView, { present, guide, watchers, form }: Around): LivePage {
  const { actor, region, slot } = view
  const writes = mayWrite(view)
  const advisors = [...(present?.advisors ?? [])].map(([value, label]) => ({ value, label }))
  const saveTo = paths.meetingLines(region.id, slot.number)
  return {
    ...headOf(view),
    wall: wallPart(view),
    log: logPart({ ...view, watchers }),
    people: present && peoplePart(view, present),
    write: writes
      ? { saveTo, kinds: NOTE_KINDS, circles: circleOptions(actor, region), advisors, owners: OWNERS }
      : null,
    guestTo: writes ? paths.meetingAttendance(region.id, slot.number) : null,
    parts: ATTENDANCE_PARTS,
    guide: writes && guide && Object.keys(guide).length > 0 ? guide : null,
    screenHref: paths.meetingScreen(region.id, slot.number),
    leaveHref: paths.meeting(region.id, slot.number),
    minutesHref: slot.meeting ? paths.meetingMinutes(region.id, slot.number) : null,
    form,
  }
}

export const screenPage = (view: LiveView): ScreenPage => ({
  ...headOf(view),
  wall: wallPart(view),
  backHref: paths.meetingLive(view.region.id, view.slot.number),
})
