import type { Role } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { regionSeen } from '../../programme/regions/store.ts'
import { announced } from '../../programme/sight/store.ts'
import { teamOf } from '../../programme/teams/store.ts'
import { inForceOn, TEAM_PARTS } from '../../programme/teams/teams.ts'
import { seatedElsewhere } from '../bodies/store.ts'
import { meetingById, openMeeting, slotsOfRegion, slotsOfYear } from '../meetings/store.ts'
import { type Attendee, isOptionalRole, type Occasion, YEAR_AUDIENCES, yearAudienceOf } from './occasions.ts'

type InRegion = { region: Region; programme: Programme }

/** A region's meeting whose dates may be changed; with words why not. */
export async function regionOccasion(db: Db, { region, programme }: InRegion, n: string | undefined, now: Date) {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const slot = (await slotsOfRegion(db, region, now)).find(({ number }) => String(number) === n)
  if (!slot) throw notFound()
  return { programme, region, slot, href: paths.meeting(region.id, slot.number) } satisfies Occasion
}

export async function yearOccasion(db: Db, programme: Programme, n: string | undefined, now: Date): Promise<Occasion> {
  const slot = (await slotsOfYear(db, programme.id, now)).find(({ number }) => String(number) === n)
  if (!slot) throw notFound()
  return { programme, region: null, slot, href: paths.yearMeeting(programme.id, slot.number) }
}

/** Behind a poll or a calendar: the meeting as somebody sees it; null when they do not see its region. */
export async function occasionOfMeeting({ db, actor, now }: Ctx, meetingId: string): Promise<Occasion | null> {
  const meeting = await meetingById(db, meetingId)
  const programme = meeting && (await programmeSeen(db, actor, meeting.programmeId))
  if (!meeting || !programme) return null
  if (meeting.regionId === null) return yearOccasion(db, programme, String(meeting.number), now)
  const region = await regionSeen(db, actor, meeting.regionId)
  const slot = region && (await slotsOfRegion(db, region, now)).find((one) => one.meeting?.id === meetingId)
  return slot ? { programme, region, slot, href: paths.meeting(region.id, slot.number) } : null
}

/** The meeting as it stands now, made on its first use. Inside a transaction. */
export const openOccasion = (db: Db, o: Occasion, now: Date) =>
  openMeeting(db, { id: o.region?.id ?? null, programmeId: o.programme.id }, o.slot, now)

/** Everybody who takes part on that day: the region's team, or the roles of a year's meeting. */
export async function audienceOf(db: Db, o: Occasion, day: string): Promise<Attendee[]> {
  return o.region ? regionAudience(db, o.region, day) : yearAudience(db, o, day)
}

async function regionAudience(db: Db, region: Parameters<typeof teamOf>[1], day: string): Promise<Attendee[]> {
  const order = Object.keys(TEAM_PARTS)
  const all = (await teamOf(db, region)).filter((m) => inForceOn(m, day))
  const team = all.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  const emails = await emailsOf(
    db,
    team.map((m) => m.personId),
  )
  return onePerPerson(
    team.flatMap((m) => {
      const email = emails.get(m.personId)
      const { personId, name, role } = m
      return email
        ? [{ personId, name, role, email, organisation: m.organisationName, isOptional: isOptionalRole(role) }]
        : []
    }),
  )
}

async function yearAudience(db: Db, o: Occasion, day: string): Promise<Attendee[]> {
  const roles = YEAR_AUDIENCES[yearAudienceOf(o.slot.kind)]
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.personId')
    .innerJoin('organisations as o', 'o.id', 'm.organisationId')
    .leftJoin('regions as r', 'r.id', 'm.regionId')
    .select(['p.id as personId', 'p.name', 'p.email', 'm.role', 'o.name as organisation'])
    .where('m.role', 'in', [...roles])
    .where('p.leftOn', 'is', null)
    .where('m.fromOn', '<=', day)
    .where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', day)]))
    .where((eb) =>
      eb.or([
        eb.and([eb('m.role', 'in', ['wg_member', 'observer']), eb('m.programmeId', '=', o.programme.id)]),
        eb.and([eb('m.role', 'in', ['advisor', 'partner']), eb('r.programmeId', '=', o.programme.id)]),
        eb.and([
          eb('m.role', '=', 'secretariat'),
          eb('m.organisationId', '=', o.programme.ownerId),
          eb.or([eb('m.programmeId', 'is', null), eb('m.programmeId', '=', o.programme.id)]),
        ]),
      ]),
    )
    .orderBy('p.kana')
    .execute()
  const { kind, meeting } = o.slot
  const elsewhere = await seatedElsewhere(
    db,
    { programmeId: o.programme.id, kind, meetingId: meeting?.id ?? null },
    day,
  )
  const own = rows
    .filter((row) => row.role !== 'wg_member' || !elsewhere.has(row.personId))
    .map((row) => ({ ...row, role: row.role as Role, isOptional: isOptionalRole(row.role as Role) }))
  if (!roles.includes('municipality')) return onePerPerson(own)
  const regions = await supportedRegions(db, o.programme.id)
  const teams = await Promise.all(regions.map((region) => regionAudience(db, region, day)))
  return onePerPerson([...teams.flat(), ...own])
}

/** Regions with an announced selection, as teams need them. */
export async function supportedRegions(db: Db, programmeId: string) {
  const rows = await db
    .selectFrom('regions')
    .innerJoin('programmes', 'programmes.id', 'regions.programmeId')
    .select(['regions.id', 'regions.programmeId', 'regions.prefectureId', 'programmes.ownerId'])
    .where('regions.programmeId', '=', programmeId)
    .where((eb) => eb(announced(eb as never), '=', 1))
    .execute()
  const members = await db
    .selectFrom('regionMembers')
    .select(['regionId', 'organisationId', 'role'])
    .where('regionId', 'in', [...rows.map((r) => r.id), ''])
    .execute()
  const ids = (regionId: string, isCooperating: boolean) =>
    members.flatMap((m) =>
      m.regionId === regionId && m.organisationId && (m.role === 'cooperating') === isCooperating
        ? [m.organisationId]
        : [],
    )
  return rows.map((r) => ({ ...r, applicantIds: ids(r.id, false), cooperatingIds: ids(r.id, true) }))
}

async function emailsOf(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'email'])
    .where('id', 'in', [...personIds, ''])
    .where('leftOn', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row.email]))
}

/** Two hats, one letter: the first role found counts. */
const onePerPerson = (people: readonly Attendee[]): Attendee[] =>
  [...new Map(people.toReversed().map((one) => [one.personId, one])).values()].toReversed()
