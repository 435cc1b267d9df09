import { CIRCLES, type Circle, circlesReadBy } from '../../access/circles.ts'
import { actorOfPerson } from '../../people/sign-in/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { today } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { teamOf } from '../../programme/teams/store.ts'
import { inForceOn } from '../../programme/teams/teams.ts'
import { adviceOfRegion } from '../advice/store.ts'
import { attendancesOf } from '../attendances/store.ts'
import type { Meeting } from '../meetings/meetings.ts'
import { ownerWords } from '../promises/promises.ts'
import { promisesOfRegion } from '../promises/store.ts'
import { linesOf } from '../records/store.ts'
import { dueWordsOf, type Minutes, type MinutesVersion, placeWords, whenWords } from './minutes.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    minutesVersions: {
      id: string
      meetingId: string
      number: number
      reason: string
      personName: string
      bodyJson: string
      createdAt: string
    }
  }
}

const ALL = Object.keys(CIRCLES) as Circle[]

/** Everything the record holds now, of every circle: filter it with `readBy` before anybody sees it. */
export async function gatherMinutes(db: Db, region: Region, meeting: Meeting): Promise<Minutes> {
  const lines = await linesOf(db, [meeting.id], ALL)
  const advice = (await adviceOfRegion(db, region.id, ALL)).filter((a) => a.meetingId === meeting.id)
  const next = (await promisesOfRegion(db, region.id, ALL)).filter((p) => p.meetingId === meeting.id)
  const people = (await attendancesOf(db, meeting.id)).filter((a) => a.isPresent)
  return {
    regionName: region.name,
    theme: region.theme,
    label: meeting.label,
    when: whenWords(meeting),
    place: placeWords(meeting),
    keywords: meeting.keywords,
    people,
    lines: lines.map(({ part, text, circle }) => ({ part, text, circle })),
    advice: advice.map(({ text, circle, advisorName }) => ({ text, circle, by: advisorName })),
    next: next.map((p) => ({ text: p.text, circle: p.circle, side: p.side, owner: ownerWords(p), due: dueWordsOf(p) })),
  }
}

export async function versionsOf(db: Db, meetingId: string): Promise<MinutesVersion[]> {
  const rows = await db
    .selectFrom('minutesVersions')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('number')
    .execute()
  return rows.map(({ bodyJson, number, reason, personName, createdAt }) => {
    return { number, reason, personName, createdAt, minutes: JSON.parse(bodyJson) as Minutes }
  })
}

/** The next version: what the record holds now, kept as it is. Inside the transaction of the deed it belongs to. */
export async function addVersion(
  db: Db,
  of: { region: Region; meeting: Meeting },
  by: { personName: string; reason: string },
  now: Date,
): Promise<Minutes> {
  const minutes = await gatherMinutes(db, of.region, of.meeting)
  const meetingId = of.meeting.id
  const last = await db
    .selectFrom('minutesVersions')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  const number = Number(last?.last ?? 0) + 1
  const row = { id: newId(), meetingId, number, ...by, bodyJson: JSON.stringify(minutes), createdAt: now.toISOString() }
  await db.insertInto('minutesVersions').values(row).execute()
  return minutes
}

export interface MinutesReader {
  id: string
  name: string
  email: string
  circles: Circle[]
}

/** Who gets the minutes: everybody of the region today, each with the circles they read. */
export async function readersOf(db: Db, region: Region, now: Date): Promise<MinutesReader[]> {
  const team = (await teamOf(db, region)).filter((m) => inForceOn(m, today(now)))
  const ids = [...new Set(team.map((m) => m.personId))]
  if (ids.length === 0) return []
  const people = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('id', 'in', ids)
    .where('leftOn', 'is', null)
    .execute()
  const readers: MinutesReader[] = []
  for (const person of people) {
    const circles = circlesReadBy(await actorOfPerson(db, person.id, now), region)
    if (circles.includes('region') && person.email) readers.push({ ...person, circles })
  }
  return readers
}
