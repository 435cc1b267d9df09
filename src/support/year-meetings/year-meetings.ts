import { paths } from '../../paths/paths.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { rosterName, type Seat, type WgBody } from '../bodies/bodies.ts'
import { type Slot, shownState } from '../meetings/meetings.ts'
import type { Attendee, Occasion } from '../occasions/occasions.ts'

/** One of the year's own meetings, as its dates see it. */
export const occasionOf = (programme: Programme, slot: Slot): Occasion => ({
  programme,
  region: null,
  slot,
  href: paths.yearMeeting(programme.id, slot.number),
})

/** Meetings that hand out materials and are read up for: those of a body of the year. */
export const isOfBody = ({ kind }: Pick<Slot, 'kind'>): boolean => kind === 'wg-meeting' || kind === 'committee'

/** Which body a meeting is of, and which of its meetings. */
export interface BodyOfMeeting {
  bodies: WgBody[]
  body: WgBody | null
  /** 第何回 */
  round: number | null
}

/** 連携支援WG　第2回 */
export const roundWords = ({ body, round }: BodyOfMeeting): string =>
  [body?.name, round && `第${round}回`].filter(Boolean).join('　')

const named = (name: string, ...of: string[]): string =>
  of.some(Boolean) ? `${name}（${of.filter(Boolean).join(' ')}）` : name

/** Members as in their 名簿, also those without an account; then everybody else. */
export function peopleWords({ people, seats }: { people: readonly Attendee[]; seats: readonly Seat[] }): string[] {
  const seated = new Set(seats.map((seat) => seat.personId))
  return [
    ...seats.map((seat) => named(rosterName(seat), seat.affiliation, seat.title)),
    ...people.filter((p) => !seated.has(p.personId)).map((p) => named(p.name, p.organisation)),
  ]
}

/** No record is waited for here: once its day is over, a meeting of the year was held. */
export const yearState = (slot: Slot): { state: string; word: string } =>
  slot.state === 'held' ? shownState({ ...slot, state: 'done' }) : shownState(slot)
