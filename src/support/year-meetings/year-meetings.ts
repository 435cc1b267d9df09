import { paths } from '../../paths/paths.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { WgBody } from '../bodies/bodies.ts'
import type { Slot } from '../meetings/meetings.ts'
import type { Occasion } from '../occasions/occasions.ts'

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
