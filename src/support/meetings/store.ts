import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { StepKind } from '../../programme/programmes/programmes.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { FIRST_EXTRA, type Meeting, type Mode, type Slot, slotsOf } from './meetings.ts'

export interface MeetingsTable extends Omit<Meeting, 'keywords' | 'isRecorded' | 'kind' | 'mode'> {
  kind: string
  mode: string | null
  keywordsJson: string
  isRecorded: number
  restJson: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    meetings: MeetingsTable
  }
}

const COLUMNS = [
  ...(['id', 'programmeId', 'regionId', 'stepId', 'stepKey', 'number', 'label', 'kind', 'heldOn', 'startsAt'] as const),
  ...(['minutes', 'mode', 'place', 'url', 'keywordsJson', 'isRecorded', 'fixedAt', 'fixedBy'] as const),
  ...(['cancelledAt', 'cancelReason', 'cancelKind', 'postponeReason', 'createdAt'] as const),
]
type Row = Pick<MeetingsTable, (typeof COLUMNS)[number]>

/** The row itself becomes the meeting: copying it is most of a big page's time. */
const meetingFrom = (row: Row): Meeting =>
  Object.assign(row, {
    kind: row.kind as StepKind,
    mode: row.mode as Mode | null,
    isRecorded: row.isRecorded === 1,
    keywords: row.keywordsJson === '[]' ? [] : (JSON.parse(row.keywordsJson) as string[]),
  })

/** Meetings of many regions, by region and number: one query. */
export async function meetingsOfRegions(db: Db, regionIds: readonly string[]): Promise<Meeting[]> {
  if (regionIds.length === 0) return []
  const rows = await db
    .selectFrom('meetings')
    .select(COLUMNS)
    .where('regionId', 'in', [...regionIds])
    .orderBy('regionId')
    .orderBy('number')
    .execute()
  return rows.map(meetingFrom)
}

export const meetingsOfRegion = (db: Db, regionId: string): Promise<Meeting[]> => meetingsOfRegions(db, [regionId])

/** Every place for a meeting of one region: two queries. */
export async function slotsOfRegion(db: Db, region: { id: string; programmeId: string }, now: Date): Promise<Slot[]> {
  const [steps, meetings] = await Promise.all([stepsOf(db, [region.programmeId]), meetingsOfRegion(db, region.id)])
  return slotsOf(steps, meetings, now)
}

/** The years' own meetings: WG, committee, team orientation, and extra ones. */
export async function meetingsOfYears(db: Db, programmeIds: readonly string[]): Promise<Meeting[]> {
  const rows = await db
    .selectFrom('meetings')
    .selectAll()
    .where('programmeId', 'in', [...programmeIds, ''])
    .where('regionId', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map(meetingFrom)
}

export const slotsOfYear = async (db: Db, programmeId: string, now: Date): Promise<Slot[]> =>
  slotsOf(await stepsOf(db, [programmeId]), await meetingsOfYears(db, [programmeId]), now, 'programme')

export async function meetingById(db: Db, id: string): Promise<Meeting | undefined> {
  const row = await db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst()
  return row && meetingFrom(row)
}

export async function meetingOf(db: Db, regionId: string, number: number): Promise<Meeting | undefined> {
  const row = await db
    .selectFrom('meetings')
    .select(COLUMNS)
    .where('regionId', '=', regionId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && meetingFrom(row)
}

const OPEN = {
  isRecorded: 0,
  fixedAt: null,
  fixedBy: null,
  cancelledAt: null,
  cancelReason: null,
  cancelKind: null,
  postponeReason: null,
}

type NewMeeting = Pick<Meeting, 'programmeId' | 'regionId' | 'stepId' | 'stepKey' | 'number' | 'label' | 'kind'>

export async function addMeeting(db: Db, given: NewMeeting, now: Date): Promise<string> {
  const id = newId()
  const empty = { heldOn: null, startsAt: null, minutes: null, mode: null, place: '', url: '', keywordsJson: '[]' }
  const open = { ...OPEN, restJson: '{}' }
  await db
    .insertInto('meetings')
    .values({ ...given, ...empty, ...open, id, createdAt: now.toISOString() })
    .execute()
  return id
}

type Changes = Partial<Omit<Meeting, 'id' | 'regionId' | 'programmeId'>>

export async function updateMeeting(db: Db, id: string, { keywords, isRecorded, ...set }: Changes): Promise<void> {
  const json = keywords ? { keywordsJson: JSON.stringify(keywords) } : {}
  const flag = isRecorded === undefined ? {} : { isRecorded: isRecorded ? 1 : 0 }
  await db
    .updateTable('meetings')
    .set({ ...set, ...json, ...flag })
    .where('id', '=', id)
    .execute()
}

type Place = { id: string | null; programmeId: string }

/** Meetings of this place: a region's, or with no id the year's own. */
const meetingsAt = (db: Db, place: Place) =>
  place.id
    ? db.selectFrom('meetings').where('regionId', '=', place.id)
    : db.selectFrom('meetings').where('programmeId', '=', place.programmeId).where('regionId', 'is', null)

export async function nextExtraNumber(db: Db, place: Place): Promise<number> {
  const row = await meetingsAt(db, place)
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirst()
  return Math.max(FIRST_EXTRA, Number(row?.last ?? 0) + 1)
}

/** The slot's meeting as it stands now, made on its first use. Inside a transaction, so that two people make one. */
export async function openMeeting(db: Db, place: Place, slot: Slot, now: Date): Promise<Meeting> {
  const found = await meetingsAt(db, place).selectAll().where('number', '=', slot.number).executeTakeFirst()
  if (found) return meetingFrom(found)
  const { number, label, kind, stepId, stepKey } = slot
  const where = { programmeId: place.programmeId, regionId: place.id }
  const id = await addMeeting(db, { ...where, number, label, kind, stepId, stepKey }, now)
  return (await meetingById(db, id)) as Meeting
}
