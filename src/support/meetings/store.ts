import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { StepKind } from '../../programme/programmes/programmes.ts'
import { FIRST_EXTRA, type LinePart, type Meeting, type MeetingLine, type Mode } from './meetings.ts'

export interface MeetingsTable extends Omit<Meeting, 'keywords' | 'isRecorded' | 'kind' | 'mode'> {
  kind: string
  mode: string | null
  keywordsJson: string
  isRecorded: number
  restJson: string
}

export interface MeetingLinesTable {
  id: string
  meetingId: string
  part: string
  text: string
  circle: string
  version: number
  personId: string | null
  personName: string
  createdAt: string
  deletedAt: string | null
  inferred: number
  restJson: string
  position: number
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    meetings: MeetingsTable
    meetingLines: MeetingLinesTable
  }
}

function meetingFrom({ keywordsJson, restJson: _, ...row }: MeetingsTable): Meeting {
  const keywords = JSON.parse(keywordsJson) as string[]
  return {
    ...row,
    kind: row.kind as StepKind,
    mode: row.mode as Mode | null,
    isRecorded: row.isRecorded === 1,
    keywords,
  }
}

/** Meetings of many regions, by region and number: one query. */
export async function meetingsOfRegions(db: Db, regionIds: readonly string[]): Promise<Meeting[]> {
  if (regionIds.length === 0) return []
  const rows = await db
    .selectFrom('meetings')
    .selectAll()
    .where('regionId', 'in', [...regionIds])
    .orderBy('regionId')
    .orderBy('number')
    .execute()
  return rows.map(meetingFrom)
}

export const meetingsOfRegion = (db: Db, regionId: string): Promise<Meeting[]> => meetingsOfRegions(db, [regionId])

export async function meetingOf(db: Db, regionId: string, number: number): Promise<Meeting | undefined> {
  const row = await db
    .selectFrom('meetings')
    .selectAll()
    .where('regionId', '=', regionId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && meetingFrom(row)
}

/** Lines of these meetings in the circles their reader may read, in the order they were written. */
export async function linesOf(
  db: Db,
  meetingIds: readonly string[],
  circles: readonly Circle[],
): Promise<MeetingLine[]> {
  if (meetingIds.length === 0 || circles.length === 0) return []
  const rows = await db
    .selectFrom('meetingLines')
    .select(['id', 'meetingId', 'part', 'text', 'circle', 'version', 'personName', 'createdAt', 'inferred'])
    .where('meetingId', 'in', [...meetingIds])
    .where('circle', 'in', [...circles])
    .where('deletedAt', 'is', null)
    .orderBy('meetingId')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    part: row.part as LinePart,
    circle: row.circle as Circle,
    inferred: row.inferred === 1,
  }))
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

export interface NewLine {
  part: LinePart
  text: string
  circle: Circle
}

export async function addLines(
  db: Db,
  meetingId: string,
  given: { lines: readonly NewLine[]; personId: string | null; personName: string },
  now: Date,
): Promise<void> {
  const row = await db
    .selectFrom('meetingLines')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  const first = Number(row?.last ?? 0) + 1
  const by = { personId: given.personId, personName: given.personName, createdAt: now.toISOString(), deletedAt: null }
  const plain = { version: 1, inferred: 0, restJson: '{}' }
  for (const [i, line] of given.lines.entries()) {
    const value = { ...line, ...by, ...plain, id: newId(), meetingId, position: first + i }
    await db.insertInto('meetingLines').values(value).execute()
  }
}

/** The new words, or their removal, only if nobody was quicker. */
export async function reviseLine(
  db: Db,
  line: MeetingLine,
  set: { text: string } | { deletedAt: string },
): Promise<boolean> {
  const result = await db
    .updateTable('meetingLines')
    .set({ ...set, version: line.version + 1 })
    .where('id', '=', line.id)
    .where('version', '=', line.version)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
