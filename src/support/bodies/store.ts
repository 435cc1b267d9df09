import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { StepKind } from '../../programme/programmes/programmes.ts'
import { type BodyKind, bySeat, isSeatedOn, type Seat, usualBody, type WgBody } from './bodies.ts'

interface SeatsTable extends Omit<Seat, 'isChair'> {
  isChair: number
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    wgBodies: Omit<WgBody, 'kind'> & { kind: string }
    wgSeats: SeatsTable
    wgMeetingBodies: { meetingId: string; bodyId: string }
  }
}

export async function bodiesOfYears(db: Db, programmeIds: readonly string[]): Promise<WgBody[]> {
  const rows = await db
    .selectFrom('wgBodies')
    .selectAll()
    .where('programmeId', 'in', [...programmeIds, ''])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as BodyKind }))
}

/** The bodies of a year, in the order they were made. */
export const bodiesOf = (db: Db, programmeId: string): Promise<WgBody[]> => bodiesOfYears(db, [programmeId])

export async function addBody(
  db: Db,
  given: Pick<WgBody, 'programmeId' | 'kind' | 'name' | 'createdBy'>,
  now: Date,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('wgBodies')
    .values({ ...given, id, createdAt: now.toISOString() })
    .execute()
  return id
}

export const setBody = (db: Db, id: string, set: Partial<Pick<WgBody, 'name'>>) =>
  db.updateTable('wgBodies').set(set).where('id', '=', id).execute()

const earlier = (a: string | null, b: string | null): string | null => (a && b ? (a < b ? a : b) : (a ?? b))

/** Every seat of these bodies, ended ones too: a seat ends at the latest with the role that goes with it. */
export async function seatsOf(db: Db, bodyIds: readonly string[]): Promise<Seat[]> {
  if (bodyIds.length === 0) return []
  const rows = await db
    .selectFrom('wgSeats as s')
    .leftJoin('memberships as m', 'm.id', 's.membershipId')
    .selectAll('s')
    .select('m.toOn as roleToOn')
    .where('s.bodyId', 'in', [...bodyIds, ''])
    .orderBy('s.id')
    .execute()
  return rows
    .map(({ roleToOn, isChair, ...row }) => ({ ...row, isChair: isChair === 1, toOn: earlier(row.toOn, roleToOn) }))
    .toSorted(bySeat)
}

/** Who sits in these bodies on that day: the chair first, then by kana. */
export const membersOf = async (db: Db, bodyIds: readonly string[], on: string): Promise<Seat[]> =>
  (await seatsOf(db, bodyIds)).filter((seat) => isSeatedOn(seat, on))

/** People who sit in other bodies of the year only: a committee's member is not of the WG by that. */
export async function seatedElsewhere(
  db: Db,
  of: { programmeId: string; kind: StepKind; meetingId: string | null },
  on: string,
): Promise<Set<string>> {
  const bodies = await bodiesOf(db, of.programmeId)
  if (bodies.length < 2) return new Set()
  const said = of.meetingId ? (await bodiesOfMeetings(db, [of.meetingId])).get(of.meetingId) : undefined
  const own = said ?? usualBody(of.kind, bodies)?.id
  if (!own) return new Set()
  const seats = await membersOf(
    db,
    bodies.map(({ id }) => id),
    on,
  )
  const here = new Set(seats.filter((seat) => seat.bodyId === own).map((seat) => seat.personId))
  return new Set(seats.flatMap(({ personId }) => (personId && !here.has(personId) ? [personId] : [])))
}

export async function addSeat(db: Db, given: Omit<Seat, 'id' | 'createdAt' | 'endReason'>, now: Date): Promise<string> {
  const id = newId()
  const row = { ...given, isChair: given.isChair ? 1 : 0, endReason: '', id, createdAt: now.toISOString() }
  await db.insertInto('wgSeats').values(row).execute()
  return id
}

type SeatChange = Partial<Omit<Seat, 'id' | 'bodyId' | 'isChair'>> & { isChair?: boolean }

export const setSeat = (db: Db, id: string, { isChair, ...set }: SeatChange) =>
  db
    .updateTable('wgSeats')
    .set({ ...set, ...(isChair !== undefined && { isChair: isChair ? 1 : 0 }) })
    .where('id', '=', id)
    .execute()

/** Which body each of these meetings was said to be of. */
export async function bodiesOfMeetings(db: Db, meetingIds: readonly string[]): Promise<Map<string, string>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('wgMeetingBodies')
    .selectAll()
    .where('meetingId', 'in', [...meetingIds, ''])
    .execute()
  return new Map(rows.map((row) => [row.meetingId, row.bodyId]))
}

export const setMeetingBody = (db: Db, meetingId: string, bodyId: string) =>
  db
    .insertInto('wgMeetingBodies')
    .values({ meetingId, bodyId })
    .onConflict((at) => at.column('meetingId').doUpdateSet({ bodyId }))
    .execute()
