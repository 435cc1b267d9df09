import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'

/** One meeting as a calendar takes it. Instants are written in UTC: no zone table, no clock change can move them. */
export interface CalendarEvent {
  meetingId: string
  sequence: number
  title: string
  description: string
  heldOn: string
  /** Without a time the whole day is meant. */
  startsAt: string | null
  minutes: number | null
  place: string
  href: string
  isCancelled: boolean
}

export interface Invited {
  name: string
  email: string
  isOptional: boolean
}

export interface Organizer {
  name: string
  email: string
}

const PRODUCT = { company: 'banso-note', product: 'meetings', language: 'JA' }

/** The same for as long as the meeting lives: in the invitation, its updates, its end, and the feed. */
export const uidOf = (meetingId: string): string => `meeting-${meetingId}@banso-note.local`

function timesOf({ heldOn, startsAt, minutes }: CalendarEvent) {
  if (!startsAt) return { start: new Date(`${heldOn}T00:00:00Z`), allDay: true }
  const start = new Date(startsAt)
  return minutes ? { start, end: new Date(start.getTime() + minutes * 60_000) } : { start }
}

function plainEvent(event: CalendarEvent, now: Date) {
  return {
    ...timesOf(event),
    id: uidOf(event.meetingId),
    sequence: event.sequence,
    stamp: now,
    summary: event.isCancelled ? `【中止】${event.title}` : event.title,
    description: event.description,
    location: event.place || null,
    url: event.href,
    status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

/** A file for one attendee, with only that attendee in it. */
export function invitationFile(event: CalendarEvent, to: Invited & { organizer: Organizer }, now: Date): string {
  const method = event.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  const calendar = ical({ method, prodId: PRODUCT })
  const attendee = {
    name: to.name,
    email: to.email,
    role: to.isOptional ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    type: ICalAttendeeType.INDIVIDUAL,
    rsvp: false,
  }
  calendar.createEvent({ ...plainEvent(event, now), organizer: to.organizer, attendees: [attendee] })
  return calendar.toString()
}

/** A person's calendar to subscribe to; asked for again every hour. */
export function feedFile(name: string, events: readonly CalendarEvent[], now: Date): string {
  const calendar = ical({ method: ICalCalendarMethod.PUBLISH, prodId: PRODUCT, name, ttl: 3600 })
  for (const event of events) calendar.createEvent(plainEvent(event, now))
  return calendar.toString()
}
