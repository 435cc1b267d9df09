import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../regions/regions.ts'
import type { Elsewhere, Participant, TeamMember } from './teams.ts'

interface ParticipantsTable {
  id: string
  regionId: string
  bundleKey: string | null
  role: string
  org: string
  note: string
  inferred: number
  restJson: string
  position: number
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    participants: ParticipantsTable
  }
}

type TeamOf = Pick<Region, 'id' | 'ownerId' | 'programmeId' | 'applicantIds' | 'cooperatingIds' | 'prefectureId'>

/** Everybody of a region, past and present: named for it, or counting through an organisation of it. One query. */
export async function teamOf(db: Db, region: TeamOf): Promise<TeamMember[]> {
  const towns = [...region.applicantIds, ...region.cooperatingIds, '']
  const offices = [...region.applicantIds, region.prefectureId ?? '']
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.personId')
    .innerJoin('organisations as o', 'o.id', 'm.organisationId')
    .leftJoin('organisations as parent', 'parent.id', 'o.parentOrganisationId')
    .select([
      'm.id as membershipId',
      'p.id as personId',
      'p.name as name',
      'm.role as role',
      'm.organisationId as organisationId',
      'o.name as organisationName',
      'o.kind as organisationKind',
      'parent.name as parentName',
      'parent.kind as parentKind',
      'p.section as section',
      'm.title as title',
      'm.fromOn as fromOn',
      'm.toOn as toOn',
      'm.regionId as regionId',
    ])
    .where((eb) =>
      eb.or([
        eb('m.regionId', '=', region.id),
        eb.and([
          eb('m.regionId', 'is', null),
          eb.or([
            eb.and([eb('m.role', '=', 'municipality'), eb('m.organisationId', 'in', towns)]),
            eb.and([eb('m.role', '=', 'prefecture'), eb('m.organisationId', 'in', offices)]),
            eb.and([
              eb('m.role', '=', 'secretariat'),
              eb('m.organisationId', '=', region.ownerId),
              eb.or([eb('m.programmeId', 'is', null), eb('m.programmeId', '=', region.programmeId)]),
            ]),
          ]),
        ]),
      ]),
    )
    .where((eb) => eb.or([eb('p.leftOn', 'is', null), eb('m.regionId', '=', region.id)]))
    .orderBy('o.code', (order) => order.asc().nullsLast())
    .orderBy('p.kana')
    .orderBy('m.id')
    .execute()
  return rows.map(({ regionId, ...row }) => ({
    ...row,
    role: row.role as TeamMember['role'],
    isNamed: regionId !== null,
  }))
}

/** Other regions in force for these advisors: name and term only. */
export async function advisorsElsewhere(
  db: Db,
  asked: { personIds: readonly string[]; regionId: string; on: string },
): Promise<Elsewhere[]> {
  if (asked.personIds.length === 0) return []
  return db
    .selectFrom('memberships as m')
    .innerJoin('regions as r', 'r.id', 'm.regionId')
    .select(['m.personId as personId', 'r.name as regionName', 'm.fromOn as fromOn', 'm.toOn as toOn'])
    .where('m.role', '=', 'advisor')
    .where('m.personId', 'in', [...asked.personIds])
    .where('m.regionId', '!=', asked.regionId)
    .where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', asked.on)]))
    .orderBy('r.sortCode')
    .execute()
}

export async function participantsOf(db: Db, regionId: string): Promise<Participant[]> {
  const rows = await db
    .selectFrom('participants')
    .select(['id', 'role', 'org', 'note', 'inferred'])
    .where('regionId', '=', regionId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, inferred: row.inferred === 1 }))
}

/** People found by name, kana or mail, for adding one of them; at most 20. */
export async function findPeople(db: Db, typed: string) {
  const word = `%${typed.replace(/[!%_]/g, '')}%`
  return db
    .selectFrom('people')
    .select(['id', 'name', 'kana', 'email', 'section'])
    .where('leftOn', 'is', null)
    .where((eb) => eb.or([eb('name', 'like', word), eb('kana', 'like', word), eb('email', 'like', word.toLowerCase())]))
    .orderBy('kana')
    .limit(20)
    .execute()
}

/** Ends a term; only a membership named for this region can be ended here. */
export async function endTerm(
  db: Db,
  given: { id: string; regionId: string; toOn: string; by: string },
): Promise<boolean> {
  const result = await db
    .updateTable('memberships')
    .set({ toOn: given.toOn, endedBy: given.by })
    .where('id', '=', given.id)
    .where('regionId', '=', given.regionId)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
