import { paths } from '../../paths/paths.ts'
import type { Db } from '../../platform/db/db.ts'
import { wareki } from '../../platform/time.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { rosterName, type Seat, usualBody, type WgBody } from '../../support/bodies/bodies.ts'
import { bodiesOf, bodiesOfMeetings, seatsOf } from '../../support/bodies/store.ts'
import { MODES, type Slot } from '../../support/meetings/meetings.ts'
import { slotsOfYear } from '../../support/meetings/store.ts'
import { opinionsOf } from '../../support/wg-opinions/store.ts'
import { yearAgendasOf } from '../../support/year-agendas/store.ts'
import { agendaLine } from '../../support/year-agendas/year-agendas.ts'
import type { GroupOfYear, HeldMeeting, OpinionsOfYear } from '../annual-reports/annual-reports.ts'

function meetingRow(
  programme: Programme,
  { meeting, number, label, state }: Slot,
  agenda: readonly string[],
): HeldMeeting {
  const how = [meeting?.mode && MODES[meeting.mode], meeting?.place].filter(Boolean).join('・')
  const day = meeting?.heldOn ? wareki(meeting.heldOn) : ''
  return {
    label,
    when: day && how ? `${day}　${how}` : day,
    isHeld: state === 'held' || state === 'done',
    agenda: [...agenda],
    href: paths.yearMeeting(programme.id, number),
  }
}

/** Everyone who sat in the body this year, with the time they did where it was not all of it. */
function memberRow({ fiscalYear }: Programme, seat: Seat) {
  const left = seat.toOn && seat.toOn < `${fiscalYear + 1}-03-31` ? `（${wareki(seat.toOn)}まで）` : ''
  const came = seat.fromOn > `${fiscalYear}-04-30` ? `（${wareki(seat.fromOn)}から）` : ''
  return { name: rosterName(seat), affiliation: seat.affiliation, title: `${seat.title}${came}${left}` }
}

/** The year's bodies with who sat in them and what they met for: six queries. */
export async function groupsOfYear(
  db: Db,
  { programme, now }: { programme: Programme; now: Date },
): Promise<GroupOfYear[]> {
  const bodies = await bodiesOf(db, programme.id)
  const seats = await seatsOf(
    db,
    bodies.map(({ id }) => id),
  )
  const slots = (await slotsOfYear(db, programme.id, now)).filter(({ state }) => state !== 'cancelled')
  const ids = slots.flatMap(({ meeting }) => (meeting ? [meeting.id] : []))
  const named = await bodiesOfMeetings(db, ids)
  const agendas = await yearAgendasOf(db, ids)
  const agendaOf = ({ meeting }: Slot) => (agendas.get(meeting?.id ?? '')?.rows ?? []).map(agendaLine)
  const isOf = (slot: Slot, body: WgBody) =>
    (named.get(slot.meeting?.id ?? '') ?? usualBody(slot.kind, bodies)?.id) === body.id
  return bodies.map((body) => {
    const own = seats.filter((seat) => seat.bodyId === body.id)
    return {
      name: body.name,
      href: paths.yearMeetings(programme.id),
      members: own.map((seat) => memberRow(programme, seat)),
      hasChair: own.some((seat) => seat.isChair),
      meetings: slots.filter((slot) => isOf(slot, body)).map((slot) => meetingRow(programme, slot, agendaOf(slot))),
    }
  })
}

/** 意見対応 of the year, with the names of what the opinions are about. */
export async function opinionsOfYear(
  db: Db,
  { programme, regions, now }: { programme: Programme; regions: ReadonlyMap<string, string>; now: Date },
): Promise<OpinionsOfYear> {
  const slots = await slotsOfYear(db, programme.id, now)
  const meetings = new Map(slots.flatMap(({ meeting, label }) => (meeting ? [[meeting.id, label] as const] : [])))
  return { rows: await opinionsOf(db, programme.id), around: { regions, meetings } }
}
