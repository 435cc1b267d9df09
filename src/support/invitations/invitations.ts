import { type CalendarEvent, uidOf } from '../calendars/calendars.ts'
import { type Meeting, MODES } from '../meetings/meetings.ts'

export { uidOf }

/** Somebody whose calendar holds a meeting. */
export interface Invitation {
  id: string
  meetingId: string
  personId: string
  name: string
  email: string
  isOptional: boolean
  sequence: number
  sentAt: string
  endedAt: string | null
}

/** How and where, one fact per line; empty lines fall away. */
export const placeWords = ({ mode, place, url }: Pick<Meeting, 'mode' | 'place' | 'url'>): string =>
  [mode && `形：${MODES[mode]}`, place && `場所：${place}`, url && `会議のURL：${url}`].filter(Boolean).join('\n')

interface About {
  title: string
  href: string
  sequence: number
  isCancelled: boolean
}

/** The meeting as a calendar takes it; null without a day. */
export function eventOf(meeting: Meeting, about: About): CalendarEvent | null {
  if (!meeting.heldOn) return null
  const { heldOn, startsAt, minutes, place, mode, url } = meeting
  return {
    ...about,
    meetingId: meeting.id,
    description: [placeWords({ mode, place, url }), `詳しくは：${about.href}`].filter(Boolean).join('\n'),
    heldOn,
    startsAt,
    minutes,
    place: place || (mode === 'online' ? 'オンライン' : ''),
  }
}
