import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import type { Busy } from '../dates/dates.ts'

interface Asked {
  personIds: readonly string[]
  from: string
  to: string
  /** The meeting whose date is looked for. */
  exceptMeetingId: string | null
}

const MEETING = [
  'meetings.heldOn',
  'meetings.startsAt',
  'meetings.minutes',
  'meetings.regionId',
  'meetings.label',
  'meetings.id as meetingId',
  'people.id as personId',
  'people.name as personName',
  'regions.name as regionName',
  'programmes.name as programmeName',
] as const

const dated = (db: Db, { from, to, exceptMeetingId }: Asked) =>
  db
    .selectFrom('meetings')
    .innerJoin('programmes', 'programmes.id', 'meetings.programmeId')
    .leftJoin('regions', 'regions.id', 'meetings.regionId')
    .where('meetings.cancelledAt', 'is', null)
    .where('meetings.heldOn', '>=', from)
    .where('meetings.heldOn', '<=', to)
    .where('meetings.id', '!=', exceptMeetingId ?? '')

/** Meetings of the regions these people advise on that day, and those they hold an invitation to. */
async function fixedOf(db: Db, asked: Asked) {
  const ids = [...asked.personIds, '']
  const advised = await dated(db, asked)
    .innerJoin('memberships', 'memberships.regionId', 'meetings.regionId')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(MEETING)
    .where('memberships.role', '=', 'advisor')
    .where('people.id', 'in', ids)
    .whereRef('memberships.fromOn', '<=', 'meetings.heldOn')
    .where((eb) => eb.or([eb('memberships.toOn', 'is', null), eb('memberships.toOn', '>=', eb.ref('meetings.heldOn'))]))
    .execute()
  const invited = await dated(db, asked)
    .innerJoin('meetingInvitations as i', 'i.meetingId', 'meetings.id')
    .innerJoin('people', 'people.id', 'i.personId')
    .select(MEETING)
    .where('i.endedAt', 'is', null)
    .where('people.id', 'in', ids)
    .execute()
  return [...advised, ...invited].map((row) => ({ ...row, isTentative: false }))
}

/** Slots of other open polls that ask them. */
async function tentativeOf(db: Db, { personIds, from, to, exceptMeetingId }: Asked) {
  const rows = await db
    .selectFrom('pollSlots')
    .innerJoin('polls', 'polls.id', 'pollSlots.pollId')
    .innerJoin('pollInvitees', 'pollInvitees.pollId', 'polls.id')
    .innerJoin('meetings', 'meetings.id', 'polls.meetingId')
    .innerJoin('programmes', 'programmes.id', 'meetings.programmeId')
    .leftJoin('regions', 'regions.id', 'meetings.regionId')
    .select(['pollSlots.heldOn', 'pollSlots.startsAt', 'pollSlots.minutes', 'meetings.regionId', 'meetings.label'])
    .select(['regions.name as regionName', 'programmes.name as programmeName'])
    .select(['meetings.id as meetingId', 'pollInvitees.personId', 'pollInvitees.name as personName'])
    .where('polls.closedAt', 'is', null)
    .where('pollInvitees.personId', 'in', [...personIds, ''])
    .where('pollSlots.heldOn', '>=', from)
    .where('pollSlots.heldOn', '<=', to)
    .where('meetings.id', '!=', exceptMeetingId ?? '')
    .execute()
  return rows.map((row) => ({ ...row, isTentative: true }))
}

/** What these people are already wanted for, across all regions and programmes. Unseen regions are not named. */
export async function busyOf(db: Db, actor: Actor, asked: Asked): Promise<Busy[]> {
  if (asked.personIds.length === 0) return []
  const rows = [...(await fixedOf(db, asked)), ...(await tentativeOf(db, asked))]
  const seen = await regionsSeenBy(db, actor)
    .select('regions.id')
    .where('regions.id', 'in', [...new Set(rows.map((row) => row.regionId ?? '')), ''])
    .execute()
  const isSeen = (id: string | null) =>
    id === null || actor.memberships.some((m) => m.role === 'advisor') || seen.some((s) => s.id === id)
  const unique = new Map(rows.map((row) => [`${row.personId} ${row.meetingId} ${row.startsAt ?? row.heldOn}`, row]))
  return [...unique.values()]
    .map((row) => ({
      personId: row.personId,
      personName: row.personName,
      heldOn: row.heldOn ?? '',
      startsAt: row.startsAt,
      minutes: row.minutes,
      regionId: row.regionId,
      words: isSeen(row.regionId) ? `${row.regionName ?? row.programmeName} ${row.label}` : 'ほかの地域の回',
      isTentative: row.isTentative,
    }))
    .toSorted((a, b) => (a.startsAt ?? a.heldOn).localeCompare(b.startsAt ?? b.heldOn))
}
