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
  ...(['cancelledAt', 'cancelReason', 'createdAt'] as const),
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

export async function meetingOf(db: Db, regionId: string, number: number): Promise<Meeting | undefined> {
  const row = await db
    .selectFrom('meetings')
    .select(COLUMNS)
    .where('regionId', '=', regionId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && meetingFrom(row)
}

type NewMeeting = Pick<Meeting, 'programmeId' | 'regionId' | 'stepId' | 'stepKey' | 'number' | 'label' | 'kind'>

export async function addMeeting(db: Db, given: NewMeeting, now: Date): Promise<string> {
  const id = newId()
  const empty = { heldOn: null, startsAt: null, minutes: null, mode: null, place: '', url: '', keywordsJson: '[]' }
  const open = { isRecorded: 0, fixedAt: null, fixedBy: null, cancelledAt: null, cancelReason: null, restJson: '{}' }
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

export async function nextExtraNumber(db: Db, regionId: string): Promise<number> {
  const row = await db
    .selectFrom('meetings')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('regionId', '=', regionId)
    .executeTakeFirst()
  return Math.max(FIRST_EXTRA, Number(row?.last ?? 0) + 1)
}

/** The slot's meeting as it stands now, made on its first use. Inside a transaction, so that two people make one. */
export async function openMeeting(
  db: Db,
  region: { id: string; programmeId: string },
  slot: Slot,
  now: Date,
): Promise<Meeting> {
  const found = await meetingOf(db, region.id, slot.number)
  if (found) return found
  const { number, label, kind, stepId, stepKey } = slot
  const place = { programmeId: region.programmeId, regionId: region.id }
  await addMeeting(db, { ...place, number, label, kind, stepId, stepKey }, now)
  return (await meetingOf(db, region.id, number)) as Meeting
}
