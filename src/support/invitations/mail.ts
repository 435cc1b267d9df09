import type { NewLetter } from '../../platform/mail/outbox.ts'
import { type LetterKey, letterOf } from '../../programme/letter-texts/letter-texts.ts'
import { type CalendarEvent, invitationFile, type Organizer } from '../calendars/calendars.ts'
import type { Meeting } from '../meetings/meetings.ts'
import { nameOf, type Occasion, spanWords } from '../occasions/occasions.ts'
import type { DateFact } from '../schedules/schedules.ts'
import { type Invitation, placeWords } from './invitations.ts'

export interface Telling {
  occasion: Occasion
  /** As it was before, and as it is now. */
  before: Meeting
  meeting: Meeting
  fact: DateFact
  organizer: Organizer
  link: string
  event: CalendarEvent | null
  now: Date
}

type Addressee = Pick<Invitation, 'personId' | 'name' | 'email' | 'isOptional'>

const whenOf = ({ heldOn, startsAt, minutes }: Pick<Meeting, 'heldOn' | 'startsAt' | 'minutes'>) =>
  heldOn ? spanWords({ heldOn, startsAt, minutes }) : '調整中'

/** A letter about a date with a calendar file in which only its reader stands. */
export function dateLetter(key: LetterKey, telling: Telling, to: Addressee): NewLetter {
  const { occasion, before, meeting, fact, link, event, organizer, now } = telling
  const words = {
    回: nameOf(occasion),
    氏名: to.name,
    日時: whenOf(meeting),
    前の日時: whenOf(before),
    場所: placeWords(meeting),
    理由: fact.reason || '—',
    リンク: link,
  }
  const method = event?.isCancelled ? 'CANCEL' : 'REQUEST'
  const bytes = event && invitationFile(event, { ...to, organizer }, now)
  return {
    ...letterOf(occasion.programme, key, words),
    to: { email: to.email, name: to.name },
    kind: key,
    programmeId: occasion.programme.id,
    regionId: occasion.region?.id ?? null,
    personId: to.personId,
    attachments: bytes
      ? [
          {
            name: method === 'CANCEL' ? 'cancel.ics' : 'invite.ics',
            mime: `text/calendar; charset=utf-8; method=${method}`,
            base64: Buffer.from(bytes).toString('base64'),
          },
        ]
      : [],
  }
}
